using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Benchmarks.Service;

/// <summary>One run of wrk (Debian's package) against loopback.</summary>
/// <param name="PerSecond">Answers per second.</param>
/// <param name="P99Ms">99th percentile of the latency in ms.</param>
/// <param name="Errors">Answers that were not 2xx or 3xx.</param>
internal sealed partial record Wrk(double PerSecond, double P99Ms, int Errors)
{
    public static async Task<Wrk> Run(string url, string? lua, int connections, int seconds)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-t1", $"-c{connections}", $"-d{seconds}s", "--latency" })
        {
            start.ArgumentList.Add(argument);
        }

        if (lua is not null)
        {
            start.ArgumentList.Add("-s");
            start.ArgumentList.Add(lua);
        }

        start.ArgumentList.Add(url);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Wrk(Number(Rate(), text), Milliseconds(text), (int)Number(NotGood(), text));
    }

    private static double Number(Regex form, string text) =>
        form.Match(text) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    private static double Milliseconds(string text)
    {
        var match = Percentile().Match(text);
        var factor = match.Groups[2].Value switch
        {
            "us" => 0.001,
            "s" => 1000,
            _ => 1,
        };
        return match.Success ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * factor : double.NaN;
    }

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([0-9.]+)(us|ms|s)")]
    private static partial Regex Percentile();

    [GeneratedRegex(@"Non-2xx or 3xx responses: ([0-9]+)")]
    private static partial Regex NotGood();
}
