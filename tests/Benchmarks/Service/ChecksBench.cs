using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Benchmarks.Service;

/// <summary>The plate question over 100 000 trucks and 500 000 entries, beside a bare endpoint of the same server that returns a constant: alternating pairs, medians.</summary>
internal static class ChecksBench
{
    private const int Trucks = 100_000;
    private const int Entries = 500_000;
    private const int Connections = 64;
    private const int Pairs = 5;
    private const int Seconds = 4;

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            await Console.Error.WriteLineAsync($"Writing {Trucks:N0} trucks and {Entries:N0} entries…");
            await BigTown.Write(folder, Trucks, Entries);
            var watch = Stopwatch.StartNew();
            await using var app = await FilingApi.Service.Start(BigTown.Settings(folder));
            Console.WriteLine($"index of {Entries:N0} entries rebuilt at start     {watch.Elapsed.TotalSeconds,8:0.0} s      (reach: 10 s)");
            var address = app.Urls.First();
            await Compare("public/checks", address, Script(folder, "/api/v1/public/checks/", null), 0.75);
            await Compare("checks (squad)", address, Script(folder, "/api/v1/checks/", await Token(address)), 0.35);
            await app.StopAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Compare(string name, string address, string lua, double reach)
    {
        var (rates, tails, bare, mine) = (new List<double>(), new List<double>(), new List<Wrk>(), new List<Wrk>());
        await Wrk.Run($"{address}/healthz", null, Connections, Seconds);
        await Wrk.Run(address, lua, Connections, Seconds);
        for (var i = 0; i < Pairs; i++)
        {
            bare.Add(await Wrk.Run($"{address}/healthz", null, Connections, Seconds));
            mine.Add(await Wrk.Run(address, lua, Connections, Seconds));
            rates.Add(mine[^1].PerSecond / bare[^1].PerSecond);
            tails.Add(mine[^1].P99Ms / bare[^1].P99Ms);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-16} {Median(mine.Select(run => run.PerSecond)),8:N0}/s beside {Median(bare.Select(run => run.PerSecond)),8:N0}/s bare: ratio {Median(rates):0.00} (reach: {reach:0.00}); p99 {Median(mine.Select(run => run.P99Ms)):0.0} ms, {Median(tails):0.0} × bare; not 2xx: {mine.Sum(run => run.Errors)}"));
    }

    /// <summary>Another plate with every request.</summary>
    private static string Script(string folder, string path, string? token)
    {
        var file = Path.Combine(folder, token is null ? "public.lua" : "squad.lua");
        var headers = token is null ? "" : $"wrk.headers[\"Authorization\"] = \"Bearer {token}\"\n";
        File.WriteAllText(file, $"{headers}local i = 0\nrequest = function()\n  i = (i * 1103515245 + 12345) % 2147483648\n  return wrk.format(\"GET\", string.format(\"{path}%%E6%%B9%%98A%05d\", i % {Trucks}))\nend\n");
        return file;
    }

    public static async Task<string> Token(string address, string account = "squad")
    {
        using var http = new HttpClient();
        var answer = await http.PostAsJsonAsync(new Uri($"{address}/api/v1/tokens"), new { account, password = BigTown.Password });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
