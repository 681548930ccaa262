namespace DispatchWorker.Planning.Search;

/// <summary>Which emptying visits a day keeps, and where.</summary>
internal static class Emptyings
{
    /// <summary>Closes gaps (nodes below zero) and drops visits with nothing on board or whose legs fit into one tank together.</summary>
    public static void Squeeze(Day day, Vehicle vehicle, Model model)
    {
        Cell[] cells = day.Cells;
        int end = day.Count + 1, write = day.Frozen + 1, load = 0;
        for (int at = 1; at <= day.Frozen; at++)
        {
            int node = cells[at].Node;
            load = model.IsJob(node) ? load + model.Volume[node] : 0;
        }
        for (int read = day.Frozen + 1; read < end; read++)
        {
            int node = cells[read].Node;
            if (node < 0) { continue; }

            if (model.IsJob(node)) { load += model.Volume[node]; }
            else
            {
                int following = 0;
                bool last = true;
                for (int ahead = read + 1; ahead < end; ahead++)
                {
                    int other = cells[ahead].Node;
                    if (other < 0) { continue; }
                    if (!model.IsJob(other)) { last = false; break; }
                    following += model.Volume[other];
                }
                bool closing = last && model.MustEndEmpty;
                if (load == 0 || (!closing && load + following <= vehicle.Capacity)) { continue; }

                load = 0;
            }
            cells[write++].Node = node;
        }
        cells[write].Node = cells[end].Node;
        day.Count = write - 1;
    }
}
