namespace DispatchWorker.Planning.Search;

/// <summary>Which ways from node to node a truck could ever drive.</summary>
internal static class Arcs
{
    /// <summary>The distances, with <see cref="SearchModel.Never"/> for every arc that is too late even for a truck that does nothing
    /// else.</summary>
    /// <param name="distance">[from node][to node].</param>
    /// <param name="time">[from node][to node], in ticks.</param>
    /// <param name="open">Per job and plant, in ticks; so are <paramref name="close"/> and <paramref name="service"/>.</param>
    /// <param name="close">The latest start.</param>
    /// <param name="service">Length of the stop.</param>
    /// <param name="jobs">How many of the nodes are jobs.</param>
    /// <param name="vehicles">All trucks.</param>
    /// <param name="cancel">Looked at once a row.</param>
    public static int[][] InTime(
        int[][] distance,
        int[][] time,
        int[] open,
        int[] close,
        int[] service,
        int jobs,
        Vehicle[] vehicles,
        CancellationToken cancel
    )
    {
        var kept = Tables.Rows(distance.Length, from => (int[])distance[from].Clone(), cancel);
        int[] depots = [.. vehicles.Select(vehicle => vehicle.Depot).Distinct()];
        int[] start = [.. depots.Select(depot => vehicles.Where(vehicle => vehicle.Depot == depot).Min(vehicle => vehicle.Start))];
        for (var from = 0; from < open.Length; from++)
        {
            cancel.ThrowIfCancellationRequested();
            var reached = SearchModel.Never;
            for (var i = 0; i < depots.Length; i++)
            {
                reached = Math.Min(reached, start[i] + time[depots[i]][from]);
            }

            // A truck may come to a plant by way of any job, so for plants only the opening hours say when it can leave.
            var leave = Math.Max(from < jobs ? reached : 0, open[from]) + service[from];
            for (var to = 0; to < open.Length; to++)
            {
                if (leave + time[from][to] > close[to])
                {
                    kept[from][to] = SearchModel.Never;
                }
            }
        }

        return kept;
    }

    /// <summary>The longest arc that can be driven.</summary>
    /// <param name="distance">[from node][to node].</param>
    /// <param name="nodes">Only arcs from the first so many nodes.</param>
    public static long Longest(int[][] distance, int nodes)
    {
        var most = 0;
        foreach (var row in distance.AsSpan(0, nodes))
        {
            foreach (var value in row)
            {
                if (value < SearchModel.Never)
                {
                    most = Math.Max(most, value);
                }
            }
        }

        return most;
    }
}
