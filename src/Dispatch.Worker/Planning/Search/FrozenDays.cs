namespace DispatchWorker.Planning.Search;

/// <summary>The part of the day that is no longer a question.</summary>
internal static class FrozenDays
{
    /// <summary>Per vehicle the nodes its day must begin with. A job that was split gives up its visits one by one.</summary>
    public static int[][] Nodes(Problem problem, List<(int Job, double Volume, double Service)> visits)
    {
        ILookup<string, string> stops = problem.Frozen.SelectMany(day => day.Stops.Select(stop => (day.Truck, stop))).ToLookup(pair => pair.Truck, pair => pair.stop);
        return Sequences(problem, visits, truck => stops[truck.Id]);
    }

    public static int[][] Sequences(Problem problem, List<(int Job, double Volume, double Service)> visits, Func<Truck, IEnumerable<string>> stops)
    {
        Dictionary<string, Queue<int>> free = [];
        for (int node = 0; node < visits.Count; node++)
        {
            string id = problem.Jobs[visits[node].Job].Id;
            if (!free.TryGetValue(id, out Queue<int>? nodes)) { free[id] = nodes = []; }
            nodes.Enqueue(node);
        }
        Dictionary<string, int> plants = problem.Emptying.Select((plant, index) => (plant.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index + visits.Count);
        return [.. problem.Trucks.Select(truck => stops(truck)
            .Select(id => free.TryGetValue(id, out Queue<int>? nodes) && nodes.TryDequeue(out int node) ? node : plants.GetValueOrDefault(id, -1))
            .Where(node => node >= 0).ToArray())];
    }

    /// <summary>What has started late has started late: its windows, and if need be the shift, are moved out of its way.</summary>
    public static void YieldToFacts(int[][] frozen, Vehicle[] vehicles, int[][] times, int[] open, int[] close, int[] service)
    {
        foreach (Vehicle vehicle in vehicles)
        {
            int leave = vehicle.Start, previous = vehicle.Depot;
            foreach (int node in frozen[vehicle.Index])
            {
                int start = Math.Max(leave + times[previous][node], open[node]);
                close[node] = Math.Max(close[node], start);
                leave = start + service[node];
                previous = node;
            }
        }
    }
}
