namespace DispatchWorker.Planning.Model;

/// <summary>Some trucks and jobs of a day as a problem of their own. It has only the places they use, because tables of times grow
/// with the square of the places.</summary>
internal static class Part
{
    public static Problem Of(Problem problem) => Of(problem, problem.Trucks, problem.Jobs);

    public static Problem Of(Problem problem, IReadOnlyList<Truck> trucks, IReadOnlyList<Job> jobs)
    {
        HashSet<string> homes = [.. trucks.Select(truck => truck.Depot)];
        HashSet<string> mine = [.. trucks.Select(truck => truck.Id)];
        Depot[] depots = [.. problem.Depots.Where(depot => homes.Contains(depot.Id))];
        int[] used =
        [
            .. depots
                .Select(depot => depot.Place)
                .Concat(problem.Emptying.Select(plant => plant.Place))
                .Concat(jobs.Select(job => job.Place))
                .Distinct()
                .Order(),
        ];
        var at = used.Select((place, index) => (place, index)).ToDictionary(pair => pair.place, pair => pair.index);
        var all = used.Length == problem.Places.Count;
        return problem with
        {
            Places = all ? problem.Places : [.. used.Select(place => problem.Places[place])],
            Matrix =
                all || problem.Matrix is null
                    ? problem.Matrix
                    : new TravelMatrix(Of(problem.Matrix.Time, used), Of(problem.Matrix.Distance, used)),
            Depots = [.. depots.Select(depot => depot with { Place = at[depot.Place] })],
            Emptying = [.. problem.Emptying.Select(plant => plant with { Place = at[plant.Place] })],
            Trucks = trucks,
            Jobs = [.. jobs.Select(job => job with { Place = at[job.Place] })],
            Frozen = [.. problem.Frozen.Where(day => mine.Contains(day.Truck))],
            Previous = [.. problem.Previous.Where(day => mine.Contains(day.Truck))],
        };
    }

    private static double[][] Of(double[][] table, int[] used) =>
        Array.ConvertAll(used, from => Array.ConvertAll(used, to => table[from][to]));
}
