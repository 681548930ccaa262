using System.Diagnostics;
using DispatchWorker.Planning;
using DispatchWorker.Planning.Model;

namespace Benchmarks;

/// <summary>A running day changes: how long the first valid plan takes, and how many jobs not yet begun change their truck.</summary>
internal sealed class ReplanBench(Options options)
{
    private const int Changes = 20;

    public void Run()
    {
        Console.WriteLine();
        Console.WriteLine(
            $"{"the day changes", -20} {"jobs", 5} {"first plan p95 ms", 18} {"must", 5} {"improved s", 11} {"changed truck %", 16} "
                + $"{"must", 5} {"left out", 9} {"broken", 7}"
        );
        Size("emptying-R201-50", 1, 100);
        Size("emptying-R2_2_05-200", 2, 200);
        Size("emptying-R1_10_5-1000", 5, 500);
    }

    private void Size(string file, double improved, int must)
    {
        var day = PlannerBench.Read(options.Folder, file) with { Objective = Objective.Full };
        var held = Planner.Solve(day, new Budget { Time = TimeSpan.FromSeconds(improved * 4), Threads = options.Threads });
        FixedStops[] previous =
        [
            .. held.Trucks.Select(truck => new FixedStops(
                truck.Id,
                [.. truck.Stops.Where(stop => stop.Kind is "job" or "emptying").Select(stop => stop.Id)]
            )),
        ];
        var later = day with
        {
            Previous = previous,
            Frozen = [.. previous.Select(truck => truck with { Stops = [.. truck.Stops.Take(2)] })],
        };
        Job[] open = [.. day.Jobs.Where(job => !later.Frozen.Any(truck => truck.Stops.Contains(job.Id)))];
        Row(
            "an urgent job",
            at =>
                later with
                {
                    Jobs = [.. day.Jobs, open[at * 2 % open.Length] with { Id = "urgent", Priority = 10, Close = day.Trucks[0].End }],
                }
        );
        Row("a job is cancelled", at => later with { Jobs = [.. day.Jobs.Where(job => job.Id != open[at * 2 % open.Length].Id)] });
        Row("a truck breaks down", at => Without(later, previous[at % previous.Length].Truck));
        Row(
            "a plant closes",
            at =>
                later with
                {
                    Emptying =
                    [
                        .. day.Emptying.Select(
                            (plant, index) =>
                                index == at % day.Emptying.Count ? plant with { Close = day.Trucks[0].End * (0.4 + 0.02 * at) } : plant
                        ),
                    ],
                }
        );

        void Row(string what, Func<int, Problem> change)
        {
            List<double> first = [];
            List<double> moved = [];
            var broken = 0;
            var left = 0;
            var urgent = what == "an urgent job";
            for (var at = 0; at < Changes; at++)
            {
                var changed = change(at);
                // People wait for the first plan. How close a longer search stays to the old plan is measured on the commonest change.
                var whole = urgent && at < Changes / 2;
                var clock = Stopwatch.StartNew();
                var after = Planner.Solve(
                    changed,
                    new Budget
                    {
                        Time = TimeSpan.FromSeconds(whole ? improved : 0.1),
                        Threads = options.Threads,
                        Seed = (ulong)at,
                    },
                    early: _ => first.Add(clock.Elapsed.TotalMilliseconds)
                );
                broken += PlanChecker.Check(changed, after).Count;
                left += after.Unassigned.Count;
                if (whole)
                {
                    moved.Add(Moved(held, after, [.. open.Select(job => job.Id)]));
                }
            }

            first.Sort();
            var p95 = first[(int)Math.Ceiling(first.Count * 0.95) - 1];
            var longer = urgent ? $"{improved, 11:0} {moved.Average(), 16:0.0} {15, 5}" : new string(' ', 34);
            Console.WriteLine($"{what, -20} {day.Jobs.Count, 5} {p95, 18:0} {must, 5} {longer} {left, 9} {broken, 7}");
        }
    }

    private static Problem Without(Problem day, string truck) =>
        day with
        {
            Trucks = [.. day.Trucks.Where(it => it.Id != truck)],
            Frozen = [.. day.Frozen.Where(it => it.Truck != truck)],
            Previous = [.. day.Previous.Where(it => it.Truck != truck)],
            Jobs = [.. day.Jobs.Where(job => !day.Frozen.Any(it => it.Truck == truck && it.Stops.Contains(job.Id)))],
        };

    private static double Moved(Plan before, Plan after, HashSet<string> open)
    {
        var was = Trucks(before);
        return 100.0
            * Trucks(after).Count(pair => open.Contains(pair.Key) && was.TryGetValue(pair.Key, out var truck) && truck != pair.Value)
            / open.Count;
    }

    private static Dictionary<string, string> Trucks(Plan plan) =>
        plan
            .Trucks.SelectMany(day => day.Stops.Where(stop => stop.Kind == "job").Select(stop => (stop.Id, day.Id)))
            .DistinctBy(pair => pair.Item1)
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
}
