using System.Diagnostics;
using EndToEnd.Tests.Running;

namespace Benchmarks.Service;

/// <summary>
/// Both programs over a broker, under load; every fault again and again, an installation for each. Nothing that was answered is lost
/// or doubled.
/// </summary>
internal static class FaultsBench
{
    public static async Task<IReadOnlyList<Row>> Run(Arguments arguments)
    {
        var rounds = arguments.Number("rounds", 20);
        var seed = arguments.Number("seed", Environment.TickCount & int.MaxValue);
        var rows = new List<Row>();
        var only = arguments.Text("only");
        var named = Fault.All.Where(fault => fault.Name == only).ToList();
        foreach (var fault in named.Count > 0 ? named : Fault.All.Where(fault => fault.Name.Contains(only, StringComparison.Ordinal)))
        {
            var watch = Stopwatch.StartNew();
            var outcome = await Faults.Run(Enumerable.Repeat(fault, rounds), seed, Console.Error.WriteLine);
            await Console.Error.WriteLineAsync($"{fault.Name}: {outcome}");
            rows.Add(
                new Row(
                    $"{fault.Name} × {rounds}",
                    $"{outcome.Lost.Count} lost, {outcome.Doubled.Count} doubled",
                    $"{outcome.Answers} answers, {outcome.Filings} filings, {outcome.Sightings} sightings",
                    "0 lost, 0 doubled",
                    outcome is { Lost.Count: 0, Doubled.Count: 0 },
                    $"{watch.Elapsed.TotalSeconds:0} s in all, each restart among them"
                )
            );
        }

        return rows;
    }
}
