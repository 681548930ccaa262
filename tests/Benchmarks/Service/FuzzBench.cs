using System.Diagnostics;
using FilingApi.Tests.Fuzz;

namespace Benchmarks.Service;

/// <summary>100 000 generated requests over the whole API; the same with 2 000 is a test.</summary>
internal static class FuzzBench
{
    public static async Task<IReadOnlyList<Row>> Run(Arguments arguments)
    {
        var (count, seed) = (arguments.Number("requests", 100_000), arguments.Number("seed", Environment.TickCount & int.MaxValue));
        Console.WriteLine($"fuzz: {count} requests, seed {seed} (--seed)");
        var watch = Stopwatch.StartNew();
        await using var run = new FuzzRun(seed);
        await run.Go(
            count,
            done =>
            {
                if (done % 5_000 == 0)
                {
                    Console.Error.WriteLine($"{done} requests, {run.Faults.Count} faults, {watch.Elapsed.TotalSeconds:0} s");
                }
            }
        );
        foreach (var fault in run.Faults)
        {
            Console.WriteLine(fault);
        }

        var statuses = string.Join(", ", run.Statuses.Select(status => $"{status.Value} × {status.Key}"));
        return
        [
            new Row(
                "fuzz over the whole API",
                $"{run.Faults.Count} faults in {count} requests",
                $"seed {seed}: {statuses}; {run.Codes.Count} codes",
                "0",
                run.Faults.Count == 0,
                $"one client, {Row.Number(count / watch.Elapsed.TotalSeconds)}/s"
            ),
        ];
    }
}
