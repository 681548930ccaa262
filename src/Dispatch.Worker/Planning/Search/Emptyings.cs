namespace DispatchWorker.Planning.Search;

/// <summary>Which emptying visits a day keeps, and where.</summary>
internal static class Emptyings
{
    /// <summary>Closes gaps (nodes below zero) and drops visits that empty nothing or whose two legs fit into one tank.</summary>
    public static void Squeeze(Day day, Vehicle vehicle, SearchModel model)
    {
        var cells = day.Cells;
        var end = day.Count + 1;
        var write = day.Frozen + 1;
        var load = 0;
        for (var at = 1; at <= day.Frozen; at++)
        {
            var node = cells[at].Node;
            load = model.IsJob(node) ? load + model.Volume[node] : 0;
        }

        for (var read = day.Frozen + 1; read < end; read++)
        {
            var node = cells[read].Node;
            if (node < 0)
            {
                continue;
            }

            if (model.IsJob(node))
            {
                load += model.Volume[node];
            }
            else
            {
                var following = 0;
                var last = true;
                var next = node;
                for (var ahead = read + 1; ahead < end; ahead++)
                {
                    var other = cells[ahead].Node;
                    if (other < 0)
                    {
                        continue;
                    }

                    if (!model.IsJob(other))
                    {
                        last = false;
                        next = other;
                        break;
                    }

                    following += model.Volume[other];
                }

                var closing = last && model.MustEndEmpty;
                if (load == 0 || (!closing && load + following <= vehicle.Capacity && MayMerge(model, node, next)))
                {
                    continue;
                }

                load = 0;
            }

            cells[write++].Node = node;
        }

        day.Count = write - 1;
        // Only fixed stops can be without the emptying that must follow them.
        var open = load > 0 && model.MustEndEmpty && model.Plants > 0;
        if (open)
        {
            cells[write].Node = Nearest(model, cells[write - 1].Node, vehicle.Depot);
        }

        day.Count += open ? 1 : 0;
        cells[day.Count + 1].Node = vehicle.Depot;
    }

    /// <summary>The load of one visit moves to the next: certain to be allowed only at the same plant or at one without
    /// limits.</summary>
    private static bool MayMerge(SearchModel model, int plant, int next) =>
        model.Full is not { } full || plant == next || full.Plants.TakesAnything(next - model.Jobs);

    public static int Nearest(SearchModel model, int from, int to)
    {
        var best = model.Jobs;
        for (var plant = model.Jobs; plant < model.Jobs + model.Plants; plant++)
        {
            if ((long)model.Distance[from][plant] + model.Distance[plant][to] < (long)model.Distance[from][best] + model.Distance[best][to])
            {
                best = plant;
            }
        }

        return best;
    }
}
