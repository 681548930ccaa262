using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DispatchWorker.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Service;

/// <summary>Batches of 500 sightings, all of roster plates, durably accepted for a while; then the backlog is judged.</summary>
internal static class SightingsBench
{
    private const int Trucks = 20_000;
    private const int BatchSize = 500;
    private const int Clients = 4;

    public static async Task<IReadOnlyList<Row>> Run(Arguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            var burst = TimeSpan.FromSeconds(arguments.Number("seconds", 60));
            await Console.Error.WriteLineAsync($"Writing {Trucks:N0} trucks…");
            await BigTown.Write(folder, Trucks, Trucks / 2);
            await using var app = await FilingApi.Service.Start(BigTown.Settings(folder));
            var writes = Disk.DurableWrites(folder, TimeSpan.FromSeconds(2));
            var token = await ChecksBench.Token(app.Urls.First(), "camera");
            var watch = Stopwatch.StartNew();
            var counts = await Task.WhenAll(
                Enumerable.Range(0, Clients).Select(client => Task.Run(() => Send(app.Urls.First(), token, client, watch, burst)))
            );
            var (accepted, took) = (counts.Sum(), watch.Elapsed.TotalSeconds);
            var meanwhile = await Judged(app);
            await Console.Error.WriteLineAsync("Measuring…");
            var drain = Stopwatch.StartNew();
            var judged = await UntilJudged(app, accepted);
            var (rest, drained) = (accepted - meanwhile, drain.Elapsed.TotalSeconds);
            await app.StopAsync();
            var limit = "one writer per store: parsing, two inserts and one update a sighting on two cores";
            return
            [
                new Row(
                    $"sightings accepted durably, {took:0} s of batches of {BatchSize}",
                    $"{Row.Number(accepted / took)}/s",
                    $"disk: {Row.Number(writes)} durable writes/s, {Row.Number(accepted / BatchSize / took, "N1")} batches/s; "
                        + $"{Row.Number(meanwhile / took)}/s judged meanwhile",
                    "≥ 10 000/s",
                    accepted / took >= 10_000,
                    limit
                ),
                new Row(
                    "… and judged, draining the rest",
                    $"{Row.Number(rest / drained)}/s",
                    $"{Row.Number(rest)} waited, {drained:0.0} s; {judged} of {accepted} judged",
                    "≥ 5 000/s, all",
                    judged == accepted && rest / drained >= 5_000,
                    limit
                ),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> Send(string address, string token, int client, Stopwatch watch, TimeSpan burst)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var (sent, batch) = (0, 0);
        while (watch.Elapsed < burst)
        {
            using var content = new ByteArrayContent(Body(client, batch++))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
            using var answer = await http.PostAsync(new Uri("/api/v1/sightings", UriKind.Relative), content);
            answer.EnsureSuccessStatusCode();
            sent += BatchSize;
        }

        return sent;
    }

    private static byte[] Body(int client, int batch)
    {
        var now = TimeProvider.System.GetUtcNow();
        var text = new StringBuilder("[");
        for (var i = 0; i < BatchSize; i++)
        {
            var truck = ((batch * BatchSize) + i + (client * 4999)) % Trucks;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(i == 0 ? "" : ",")}{{\"id\":\"b{client}-{batch}-{i}\",\"source\":\"camera\",\"device\":\"K{client}\","
                    + $"\"plate\":\"{BigTown.Plate(truck)}\",\"colour\":\"yellow\","
                    + $"\"at\":\"{now.AddSeconds(-i):yyyy-MM-dd'T'HH:mm:ss'Z'}\",\"activity\":\"passing\",\"confidence\":0.9}}"
            );
        }

        return Encoding.UTF8.GetBytes(text.Append(']').ToString());
    }

    /// <summary>Until every one is, or nothing moved for a long while.</summary>
    private static async Task<int> UntilJudged(WebApplication app, int all)
    {
        var (judged, moved) = (await Judged(app), Stopwatch.StartNew());
        while (judged < all && moved.Elapsed < TimeSpan.FromSeconds(60))
        {
            // Counting a million rows is work too: not so often that it is measured.
            await Task.Delay(TimeSpan.FromSeconds(3));
            if (await Judged(app) is var now && now > judged)
            {
                (judged, moved) = (now, Stopwatch.StartNew());
            }
        }

        return judged;
    }

    private static async Task<int> Judged(WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<DispatchDb>>().CreateDbContextAsync();
        return await db.Sightings.CountAsync(sighting => sighting.Code != null);
    }
}
