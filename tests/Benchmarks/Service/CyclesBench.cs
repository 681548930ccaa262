using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime;
using System.Text;
using System.Text.Json;
using FilingApi.Replay;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Service;

/// <summary>
/// File → record → check over HTTP, as clerks, stations and a squad of a hundred towns do it; with an empty store, then with the
/// filings of years in it.
/// </summary>
internal static class CyclesBench
{
    private const int Clients = 32;
    private const int Trucks = 50_000;

    /// <summary>Share of one processor that is spent on compiling.</summary>
    private const double StillCompiling = 0.02;
    private static readonly TimeSpan WarmUpStep = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostWarmUp = TimeSpan.FromSeconds(90);
    private static int _truck;

    public static async Task<IReadOnlyList<Row>> Run(Arguments arguments)
    {
        var (seconds, filings) = (arguments.Number("seconds", 30), arguments.Number("filings", 1_000_000));
        var empty = await Measure(0, seconds);
        List<Row> rows = [empty.Row("store empty", "must 200, aim 300/s; p95 ≤ 100 ms; backlog ≤ 5 s", empty.PerSecond >= 200)];
        if (filings > 0)
        {
            var full = await Measure(filings, seconds);
            rows.Add(full.Row($"with {filings:N0} filings", "≥ 0.8 of the empty store's", full.PerSecond >= 0.8 * empty.PerSecond));
        }

        return rows;
    }

    private sealed record Measured(
        double PerSecond,
        double P50Ms,
        double P95Ms,
        double P99Ms,
        double BacklogS,
        double BarePerSecond,
        double DiskPerSecond,
        double CpuMs
    )
    {
        public Row Row(string store, string reach, bool isReached) =>
            new(
                $"file → record → check, {Clients} clients, {store}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{PerSecond:N0} cycles/s; p50 {P50Ms:0} p95 {P95Ms:0} p99 {P99Ms:0} ms; backlog {BacklogS:0.0} s; "
                        + $"{CpuMs:0.0} ms of processor a cycle"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"three bare requests {BarePerSecond:N0}/s; disk {DiskPerSecond:N0} durable writes/s"
                ),
                reach,
                isReached && P95Ms <= 100 && BacklogS <= 5,
                "processor: EF's change tracking of two acts and their messages, clients beside it"
            );
    }

    private static async Task<Measured> Measure(int filings, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            await Console.Error.WriteLineAsync($"Writing {ManyTowns.Count} towns, {Trucks:N0} trucks and {filings:N0} filings…");
            await ManyTowns.Write(folder, Trucks, filings);
            await using var app = await FilingApi.Service.Start(BigTown.Settings(folder));
            var disk = Disk.DurableWrites(folder, TimeSpan.FromSeconds(2));
            var towns = await Task.WhenAll(
                Enumerable
                    .Range(0, ManyTowns.Count)
                    .Select(async town =>
                        (
                            Clerk: await ChecksBench.Token(app.Urls.First(), ManyTowns.Clerk(town)),
                            Station: await ChecksBench.Token(app.Urls.First(), ManyTowns.Station(town))
                        )
                    )
            );
            var squad = await ChecksBench.Token(app.Urls.First());
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.First()) };
            async Task Cycle(int client, int n, ConcurrentBag<double> took) =>
                await OneCycle(http, towns[(client + (n * Clients)) % towns.Length], squad, took);

            await WarmUp(Cycle);
            await app.Services.GetRequiredService<Settling>().Settle(default);
            var bare = await Drive(
                TimeSpan.FromSeconds(Math.Min(3, seconds)),
                async (_, _, took) =>
                {
                    for (var i = 0; i < 3; i++)
                    {
                        await Time(took, () => http.GetAsync(new Uri("/healthz", UriKind.Relative)));
                    }
                }
            );
            await Console.Error.WriteLineAsync("Measuring…");
            var cpu = Environment.CpuUsage.TotalTime;
            var (count, latencies, elapsed) = await Drive(TimeSpan.FromSeconds(seconds), Cycle);
            var backlog = Stopwatch.StartNew();
            await app.Services.GetRequiredService<Settling>().Settle(default);
            var drained = backlog.Elapsed.TotalSeconds;
            cpu = Environment.CpuUsage.TotalTime - cpu;
            await app.StopAsync();
            return new Measured(
                count / elapsed,
                Row.Percentile(latencies, 0.5),
                Row.Percentile(latencies, 0.95),
                Row.Percentile(latencies, 0.99),
                drained,
                bare.Count / bare.Elapsed,
                disk,
                cpu.TotalMilliseconds / count
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// What is compiled at its first use is not what is measured: a service that was started yesterday compiles next to nothing.
    /// </summary>
    private static async Task WarmUp(Func<int, int, ConcurrentBag<double>, Task> cycle)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < MostWarmUp; )
        {
            var before = JitInfo.GetCompilationTime();
            await Drive(WarmUpStep, cycle);
            if (JitInfo.GetCompilationTime() - before < WarmUpStep * StillCompiling)
            {
                return;
            }
        }
    }

    private static async Task<(int Count, ConcurrentBag<double> Took, double Elapsed)> Drive(
        TimeSpan time,
        Func<int, int, ConcurrentBag<double>, Task> cycle
    )
    {
        var (took, done, watch) = (new ConcurrentBag<double>(), 0, Stopwatch.StartNew());
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        for (var n = 0; watch.Elapsed < time; n++)
                        {
                            await cycle(client, n, took);
                            Interlocked.Increment(ref done);
                        }
                    })
                )
        );
        return (done, took, watch.Elapsed.TotalSeconds);
    }

    private static async Task OneCycle(HttpClient http, (string Clerk, string Station) town, string squad, ConcurrentBag<double> took)
    {
        var plate = BigTown.Plate(Interlocked.Increment(ref _truck) % Trucks);
        var now = TimeProvider.System.GetUtcNow();
        var body = JsonSerializer.Serialize(
            new
            {
                kind = "septic",
                site = new { name = "化粪池", point = new { lat = 28.2, lon = 113.2 } },
                from = now.AddMinutes(-5),
                to = now.AddHours(4),
                m3 = 8,
                trips = 1,
                trucks = new[] { new { plate, colour = "yellow" } },
                plant = "P1",
                contact = new { name = "张三", phone = "0731-83200001" },
                submit = true,
            }
        );
        var filed = await Send(http, HttpMethod.Post, "/api/v1/filings", town.Clerk, body, took);
        await Send(http, HttpMethod.Post, $"/api/v1/filings/{filed.GetProperty("number").GetString()}/record", town.Station, "{}", took);
        var check = await Send(http, HttpMethod.Get, $"/api/v1/checks/{Uri.EscapeDataString(plate)}", squad, null, took);
        if (check.GetProperty("code").GetString() != "filed")
        {
            throw new InvalidOperationException($"The record of {plate} is not seen: {check}");
        }
    }

    private static async Task<JsonElement> Send(
        HttpClient http,
        HttpMethod method,
        string path,
        string token,
        string? body,
        ConcurrentBag<double> took
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative))
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var answer = await Time(took, () => http.SendAsync(request));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonElement.Parse(text)
            : throw new InvalidOperationException($"{path}: {answer.StatusCode} {text}");
    }

    private static async Task<HttpResponseMessage> Time(ConcurrentBag<double> took, Func<Task<HttpResponseMessage>> send)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await send();
        took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return answer;
    }
}
