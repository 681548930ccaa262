using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DispatchWorker.Data;
using FilingApi;
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
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(60);

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            await Console.Error.WriteLineAsync($"Writing {Trucks:N0} trucks…");
            await BigTown.Write(folder, Trucks, Trucks / 2);
            await using var app = await FilingApi.Service.Start(BigTown.Settings(folder));
            var token = await ChecksBench.Token(app.Urls.First(), "camera");
            var watch = Stopwatch.StartNew();
            var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Send(app.Urls.First(), token, client, watch)));
            var (accepted, burst) = (counts.Sum(), watch.Elapsed);
            var judgedMeanwhile = await Judged(app);
            Console.WriteLine($"sightings accepted durably {accepted / burst.TotalSeconds,10:N0}/s over {burst.TotalSeconds:0} s   (reach: 10 000/s)");
            var drain = Stopwatch.StartNew();
            await app.Services.GetRequiredService<Settling>().Settle(default);
            Console.WriteLine($"judged during the burst    {judgedMeanwhile / burst.TotalSeconds,10:N0}/s, then the rest at {(accepted - judgedMeanwhile) / drain.Elapsed.TotalSeconds:N0}/s in {drain.Elapsed.TotalSeconds:0} s   (reach: 5 000/s)");
            await app.StopAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> Send(string address, string token, int client, Stopwatch watch)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var (sent, batch) = (0, 0);
        while (watch.Elapsed < Burst)
        {
            using var content = new ByteArrayContent(Body(client, batch++)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
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
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}{{\"id\":\"b{client}-{batch}-{i}\",\"source\":\"camera\",\"device\":\"K{client}\",\"plate\":\"{BigTown.Plate(truck)}\",\"colour\":\"yellow\",\"at\":\"{now.AddSeconds(-i):yyyy-MM-dd'T'HH:mm:ss'Z'}\",\"activity\":\"passing\",\"confidence\":0.9}}");
        }

        return Encoding.UTF8.GetBytes(text.Append(']').ToString());
    }

    private static async Task<int> Judged(WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<DispatchDb>>().CreateDbContextAsync();
        return await db.Sightings.CountAsync();
    }
}
