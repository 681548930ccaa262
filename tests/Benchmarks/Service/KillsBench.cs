using System.Diagnostics;
using EndToEnd.Tests.Running;

namespace Benchmarks.Service;

/// <summary>kill -9 under load, again and again; nothing that was answered is lost or doubled.</summary>
internal static class KillsBench
{
    public static async Task<IReadOnlyList<Row>> Run(Arguments arguments)
    {
        var watch = Stopwatch.StartNew();
        var rounds = arguments.Number("rounds", 20);
        var outcome = await Kills.Run(rounds, arguments.Number("seed", Environment.TickCount & int.MaxValue), Console.Error.WriteLine);
        return
        [
            new Row(
                $"kill -9 under load × {rounds}",
                $"{outcome.Lost.Count} lost, {outcome.Doubled.Count} doubled",
                $"{outcome.Answers} answers, {outcome.Filings} filings, {outcome.Sightings} sightings",
                "0 lost, 0 doubled",
                outcome is { Lost.Count: 0, Doubled.Count: 0 },
                $"{watch.Elapsed.TotalSeconds:0} s in all, each restart among them"
            ),
        ];
    }
}
