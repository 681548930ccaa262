using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>A stop by its id. In a problem file a job and a plant may have the same id; a plan says which one it means.</summary>
internal readonly record struct StopName(string Id, bool MayBeJob = true, bool MayBePlant = true)
{
    public static StopName Of(Stop stop) => new(stop.Id, stop.Kind == "job", stop.Kind == "emptying");
}

/// <summary>Turns stops given by id into nodes: what has started, is pinned, or was planned before.</summary>
internal static class FrozenDays
{
    /// <summary>[vehicle]: the nodes its day must begin with. Each mention of a split job takes its next visit.</summary>
    public static int[][] Nodes(Problem problem, List<JobVisit> visits) => Sequences(problem, visits, ByTruck(problem.Frozen));

    public static Func<Truck, IEnumerable<StopName>> ByTruck(IEnumerable<FixedStops> days)
    {
        var stops = days.SelectMany(day => day.Stops.Select(stop => (day.Truck, new StopName(stop))))
            .ToLookup(pair => pair.Truck, pair => pair.Item2);
        return truck => stops[truck.Id];
    }

    public static Func<Truck, IEnumerable<StopName>> ByTruck(IEnumerable<TruckDay> days)
    {
        var known = days.ToDictionary(day => day.Id);
        return truck =>
            known.TryGetValue(truck.Id, out var day) ? day.Stops.Where(stop => stop.Kind is "job" or "emptying").Select(StopName.Of) : [];
    }

    public static int[][] Sequences(Problem problem, List<JobVisit> visits, Func<Truck, IEnumerable<StopName>> stops)
    {
        Dictionary<string, Queue<int>> free = [];
        for (var node = 0; node < visits.Count; node++)
        {
            var id = problem.Jobs[visits[node].Job].Id;
            if (!free.TryGetValue(id, out var nodes))
            {
                free[id] = nodes = [];
            }

            nodes.Enqueue(node);
        }

        var plants = problem
            .Emptying.Select((plant, index) => (plant.Id, index))
            .ToDictionary(pair => pair.Id, pair => pair.index + visits.Count);
        return
        [
            .. problem.Trucks.Select(truck =>
                stops(truck)
                    .Select(stop =>
                        stop.MayBeJob && free.TryGetValue(stop.Id, out var nodes) && nodes.TryDequeue(out var node) ? node
                        : stop.MayBePlant ? plants.GetValueOrDefault(stop.Id, -1)
                        : -1
                    )
                    .Where(node => node >= 0)
                    .ToArray()
            ),
        ];
    }

    /// <summary>What has started late is a fact: windows of fixed stops are widened to their earliest possible start.</summary>
    public static void YieldToFacts(int[][] frozen, Vehicle[] vehicles, int[][] times, int[] open, int[] close, int[] service)
    {
        foreach (var vehicle in vehicles)
        {
            var leave = vehicle.Start;
            var previous = vehicle.Depot;
            foreach (var node in frozen[vehicle.Index])
            {
                var start = Math.Max(leave + times[previous][node], open[node]);
                close[node] = Math.Max(close[node], start);
                leave = start + service[node];
                previous = node;
            }
        }
    }
}
