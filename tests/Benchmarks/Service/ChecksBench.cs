using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Benchmarks.Service;

/// <summary>
/// The plate question over 100 000 trucks and 500 000 entries, beside a bare endpoint of the same server that returns a constant:
/// alternating pairs, medians.
/// </summary>
internal static class ChecksBench
{
    private const int Trucks = 100_000;
    private const int Entries = 500_000;
    private const int Connections = 64;
    private const int Pairs = 5;
    private const int Seconds = 4;

    public static async Task<IReadOnlyList<Row>> Run(Arguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            await Console.Error.WriteLineAsync($"Writing {Trucks:N0} trucks and {Entries:N0} entries…");
            await BigTown.Write(folder, Trucks, Entries);
            var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            await using var app = await FilingApi.Service.Start(BigTown.Settings(folder));
            var index = new Row(
                $"index of {Entries:N0} entries at start",
                $"{watch.Elapsed.TotalSeconds:0.0} s",
                $"{(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.0} s of processor",
                "≤ 10 s",
                watch.Elapsed.TotalSeconds <= 10,
                "parsing the entries' JSON, one core"
            );
            Console.Error.WriteLine(index);
            if (arguments.Number("pairs", Pairs) == 0)
            {
                return [index];
            }

            var address = app.Urls.First();
            var pub = await Compare(
                "public/checks",
                address,
                Script(folder, "/api/v1/public/checks/", null),
                arguments,
                (ratio, _, tail) => ratio >= 0.75 && tail <= 3,
                "≥ 0.75 of bare, p99 ≤ 3 ×",
                "the verdict, two counters"
            );
            var squad = await Compare(
                "checks (squad)",
                address,
                Script(folder, "/api/v1/checks/", await Token(address)),
                arguments,
                (ratio, p99, _) => ratio >= 0.35 && p99 <= 20,
                "≥ 0.35 of bare, p99 ≤ 20 ms",
                "the log line's insert and link on the same two cores"
            );
            await app.StopAsync();
            return [index, pub, squad];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Row> Compare(
        string name,
        string address,
        string lua,
        Arguments arguments,
        Func<double, double, double, bool> isReached,
        string reach,
        string limit
    )
    {
        var (seconds, pairs) = (arguments.Number("seconds", Seconds), arguments.Number("pairs", Pairs));
        var (rates, tails, bare, mine) = (new List<double>(), new List<double>(), new List<Wrk>(), new List<Wrk>());
        await Wrk.Run($"{address}/healthz", null, Connections, seconds);
        await Wrk.Run(address, lua, Connections, seconds);
        for (var i = 0; i < pairs; i++)
        {
            bare.Add(await Wrk.Run($"{address}/healthz", null, Connections, seconds));
            mine.Add(await Wrk.Run(address, lua, Connections, seconds));
            rates.Add(mine[^1].PerSecond / bare[^1].PerSecond);
            tails.Add(mine[^1].P99Ms / bare[^1].P99Ms);
        }

        var (ratio, p99, tail, errors) = (
            Row.Median(rates),
            Row.Median(mine.Select(run => run.P99Ms)),
            Row.Median(tails),
            mine.Sum(run => run.Errors)
        );
        return new Row(
            name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Row.Median(mine.Select(run => run.PerSecond)):N0}/s, {ratio:0.00} of bare; p99 {p99:0.0} ms, "
                    + $"{tail:0.0} ×{(errors > 0 ? $"; {errors} NOT 2xx" : "")}"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"bare endpoint {Row.Median(bare.Select(run => run.PerSecond)):N0}/s, "
                    + $"p99 {Row.Median(bare.Select(run => run.P99Ms)):0.0} ms; {pairs} pairs of {seconds} s"
            ),
            reach,
            isReached(ratio, p99, tail) && errors == 0,
            limit
        );
    }

    /// <summary>Another plate with every request.</summary>
    private static string Script(string folder, string path, string? token)
    {
        var file = Path.Combine(folder, token is null ? "public.lua" : "squad.lua");
        var headers = token is null ? "" : $"wrk.headers[\"Authorization\"] = \"Bearer {token}\"\n";
        File.WriteAllText(
            file,
            $"{headers}local i = 0\nrequest = function()\n  i = (i * 1103515245 + 12345) % 2147483648\n"
                + $"  return wrk.format(\"GET\", string.format(\"{path}%%E6%%B9%%98A%05d\", i % {Trucks}))\nend\n"
        );
        return file;
    }

    public static async Task<string> Token(string address, string account = "squad")
    {
        using var http = new HttpClient();
        var answer = await http.PostAsJsonAsync(new Uri($"{address}/api/v1/tokens"), new { account, password = BigTown.Password });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }
}
