namespace DispatchWorker.Planning.Search;

/// <summary>Moves an emptying visit to a better place in its two legs, or to a better plant: what no insertion of jobs can do by itself.</summary>
internal sealed class BetterEmptying(State state)
{
    private readonly Model model = state.Model;
    private readonly Day kept = new();

    /// <summary>Looks at every emptying of a touched day once.</summary>
    public void Improve(int truck)
    {
        Day day = state.Days[truck];
        for (int at = day.Frozen + 1; at <= day.Count; at++)
        {
            if (!model.IsJob(day.Cells[at].Node))
            {
                Improve(truck, day, at);
            }
        }
    }

    private void Improve(int truck, Day day, int at)
    {
        Cell[] cells = day.Cells;
        int capacity = model.Vehicles[truck].Capacity,
            node = cells[at].Node,
            before = cells[at - 1].Node,
            after = cells[at + 1].Node;
        bool closing = model.MustEndEmpty && at >= day.OpenFrom;
        int around = model.Distance[before][after];
        long saved = (long)cells[at - 1].Arc + cells[at].Arc - around,
            best = 0;
        int bestAt = -1,
            bestPlant = -1,
            both = cells[at - 1].Load + cells[at].Leg;

        void Try(int position, int left, int right, int arc)
        {
            for (int plant = model.Jobs; plant < model.Jobs + model.Plants; plant++)
            {
                long change = (long)model.Distance[left][plant] + model.Distance[plant][right] - arc - saved;
                if (change < best)
                {
                    (best, bestAt, bestPlant) = (change, position, plant);
                }
            }
        }

        if (model.Plants > 1)
        {
            Try(at, before, after, around);
        }
        if (!closing && around < Model.Never)
        {
            // Earlier: what follows in this leg goes into the next one.
            for (
                int i = at - 2;
                i >= day.Frozen && i >= 0 && both - cells[i].Load <= capacity && model.IsJob(cells[i + 1].Node) && cells[i].Load > 0;
                i--
            )
            {
                Try(i + 1, cells[i].Node, cells[i + 1].Node, cells[i].Arc);
            }
            // Later: the first jobs of the next leg come into this one.
            for (int i = at + 1; i <= day.Count && model.IsJob(cells[i].Node) && cells[at - 1].Load + cells[i].Load <= capacity; i++)
            {
                if (cells[i].Load < cells[at].Leg)
                {
                    Try(i + 1, cells[i].Node, cells[i + 1].Node, cells[i].Arc);
                }
            }
        }
        if (bestAt < 0)
        {
            return;
        }

        kept.CopyFrom(day);
        Move(cells, at, bestAt, bestPlant);
        long cost = day.Cost;
        if (state.Refresh(truck) && day.Cost < cost)
        {
            return;
        }

        state.Cost += kept.Cost - day.Cost;
        day.CopyFrom(kept);
        state.Timeline?.Enter(truck, day);
    }

    /// <summary>Takes the visit at <paramref name="from"/> out and puts it before what stands at <paramref name="to"/>.</summary>
    private static void Move(Cell[] cells, int from, int to, int plant)
    {
        for (int i = from; i > to; i--)
        {
            cells[i].Node = cells[i - 1].Node;
        }
        for (int i = from; i < to - 1; i++)
        {
            cells[i].Node = cells[i + 1].Node;
        }
        cells[to > from ? to - 1 : to].Node = plant;
    }
}
