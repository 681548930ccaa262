using System.Diagnostics;
using DispatchWorker.Planning;
using DispatchWorker.Planning.Search;

namespace Benchmarks;

/// <summary>An urgent job arrives in a running day: how long until a valid plan, and how many others change their truck.</summary>
internal sealed class ReplanBench(Options options)
{
    private const int Changes = 10;

    public void Run()
    {
        Console.WriteLine();
        Console.WriteLine($"{"an urgent job, of jobs",-28} {"first plan p95 ms",18} {"improved s",11} {"changed truck %",16} {"broken",6}");
        Row("emptying-R201-50", 1);
        Row("emptying-R2_2_05-200", 2);
        Row("emptying-R1_10_5-1000", 5);
    }

    private void Row(string file, double improved)
    {
        Problem day = PlannerBench.Read(options.Folder, file) with { Objective = Objective.Full };
        Plan held = Planner.Solve(day, new Budget { Time = TimeSpan.FromSeconds(improved * 2), Threads = options.Threads });
        FixedStops[] previous = [.. held.Trucks.Select(truck => new FixedStops(truck.Id, [.. truck.Stops.Where(stop => stop.Kind is "job" or "emptying").Select(stop => stop.Id)]))];
        Dictionary<string, string> before = Trucks(held);
        List<double> first = [], moved = [];
        int broken = 0;
        for (int change = 0; change < Changes; change++)
        {
            Job like = day.Jobs[change * 3];
            Problem changed = day with
            {
                Previous = previous,
                Frozen = [.. previous.Select(truck => truck with { Stops = [.. truck.Stops.Take(2)] })],
                Jobs = [.. day.Jobs, like with { Id = "urgent", Priority = 10, Close = day.Trucks[0].End }],
            };
            Stopwatch clock = Stopwatch.StartNew();
            Plan after = Planner.Solve(changed, new Budget { Time = TimeSpan.FromSeconds(improved), Threads = options.Threads, Seed = (ulong)change }, early: _ => first.Add(clock.Elapsed.TotalMilliseconds));
            broken += PlanChecker.Check(changed, after).Count;
            moved.Add(100.0 * Trucks(after).Count(pair => before.TryGetValue(pair.Key, out string? truck) && truck != pair.Value) / before.Count);
        }
        first.Sort();
        Console.WriteLine($"{day.Jobs.Count,-28} {first[^1],18:0} {improved,11:0} {moved.Average(),16:0.0} {broken,6}");
    }

    private static Dictionary<string, string> Trucks(Plan plan) =>
        plan.Trucks.SelectMany(day => day.Stops.Where(stop => stop.Kind == "job").Select(stop => (stop.Id, day.Id))).DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2);
}
