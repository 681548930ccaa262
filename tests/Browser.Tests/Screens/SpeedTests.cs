using System.Globalization;
using System.Text.Json;
using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Screens;

/// <summary>What a first visit weighs on the wire and how soon it is there, on a slow network and a processor four times slower; as a table, held to its goals.
/// Only by <c>./start bench pages</c>: a machine that others keep busy does not decide whether a test passes.</summary>
[Collection(nameof(Alone))]
public sealed class SpeedTests(Stage stage, ITestOutputHelper output)
{
    private const int MostRuns = 5;
    private static readonly bool HoldsTimes = Environment.GetEnvironmentVariable("SCREENS") == "all";
    private static readonly (double Kbps, int LatencyMs) Slow3G = (400, 400);
    private static readonly (double Kbps, int LatencyMs) Slow4G = (1600, 150);

    [Fact]
    public async Task Every_page_is_light_and_soon_there()
    {
        Assert.SkipUnless(HoldsTimes, "Measured by ./start bench pages, alone on the machine.");
        var town = await stage.Living;
        var goals = new (string Name, string? Account, string Address, double Kb, double LcpS, (double, int) Network)[]
        {
            ("public check", null, "/", 30, 1.2, Slow3G), ("new filing", "clerk", "/filings/new", 40, 1.2, Slow3G), ("my filings", "clerk", "/filings", 40, 1.2, Slow3G),
            ("plant gate", "plant", "/gate", 40, 1.2, Slow3G), ("review queue", "station", "/station", 60, 1.0, Slow4G),
        };
        var lines = new List<string> { $"{"page",-14}{"KB gz",8}{"goal",6}{"LCP s",8}{"goal",6}{"CLS",8}{"runs",6}" };
        var missed = new List<string>();
        foreach (var (name, account, address, kb, lcp, network) in goals)
        {
            var runs = new List<(double Kb, double Lcp, double Cls)>();

            // A busy machine is not the page's fault: the best of at most five counts, the table says how many it took.
            while (runs.Count < MostRuns && (runs.Count == 0 || runs.Min(run => run.Lcp) > lcp)) { runs.Add(await Visit(town, account, address, network)); }

            var best = runs.MinBy(run => run.Lcp);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{name,-14}{best.Kb,8:0.0}{kb,6:0}{best.Lcp,8:0.00}{lcp,6:0.0}{best.Cls,8:0.000}{runs.Count,6}"));
            if (best.Kb > kb || best.Lcp > lcp || best.Cls > 0.1) { missed.Add(lines[^1]); }
        }

        foreach (var line in lines) { output.WriteLine(line); }

        await File.WriteAllLinesAsync(Path.Combine(Looking.Pictures, "speed.txt"), lines);
        Assert.Empty(missed);
    }

    [Fact]
    public async Task The_next_filing_opens_within_three_tenths_of_a_second()
    {
        Assert.SkipUnless(HoldsTimes, "Measured by ./start bench pages, alone on the machine.");
        var page = await stage.Open(await stage.Living, "station");
        await page.GotoAsync("/station");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle, new() { Timeout = 3000 }).ContinueWith(_ => { });
        var best = double.MaxValue;
        for (var i = 0; i < MostRuns && best > 300; i++)
        {
            best = Math.Min(best, await page.EvaluateAsync<double>("""
                () => new Promise(done => {
                  const pane = document.getElementById("pane");
                  const began = performance.now();
                  new MutationObserver((_, watch) => { watch.disconnect(); requestAnimationFrame(() => done(performance.now() - began)); }).observe(pane, { childList: true });
                  document.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
                })
                """));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"next filing: {best:0} ms (goal 300)"));
        Assert.InRange(best, 0, 300);
        await page.Context.DisposeAsync();
    }

    private async Task<(double Kb, double LcpS, double Cls)> Visit(Town town, string? account, string address, (double Kbps, int LatencyMs) network)
    {
        var page = await stage.Open(town, account, width: 390);
        var devtools = await page.Context.NewCDPSessionAsync(page);
        double bytes = 0;
        devtools.Event("Network.loadingFinished").OnEvent += (_, told) => bytes += told!.Value.GetProperty("encodedDataLength").GetDouble();
        await devtools.SendAsync("Network.enable");
        await devtools.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = network.LatencyMs, ["downloadThroughput"] = network.Kbps * 1000 / 8, ["uploadThroughput"] = network.Kbps * 1000 / 8 });
        await devtools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load, Timeout = 30_000 });
        var seen = await page.EvaluateAsync<JsonElement>("""
            () => new Promise(done => {
              let lcp = 0, cls = 0;
              new PerformanceObserver(list => { for (const entry of list.getEntries()) lcp = entry.startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
              new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) cls += entry.value; }).observe({ type: "layout-shift", buffered: true });
              setTimeout(() => done({ lcp, cls }), 400);
            })
            """);
        await page.Context.DisposeAsync();
        return (bytes / 1000, seen.GetProperty("lcp").GetDouble() / 1000, seen.GetProperty("cls").GetDouble());
    }
}
