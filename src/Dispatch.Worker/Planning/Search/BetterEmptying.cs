namespace DispatchWorker.Planning.Search;

/// <summary>Moves an emptying visit within its two legs or to another plant, which inserting jobs alone cannot do.</summary>
internal sealed class BetterEmptying(State state)
{
    private readonly SearchModel _model = state.Model;
    private readonly Day _kept = new();

    /// <summary>Tries every emptying of a touched day once.</summary>
    public void Improve(int truck)
    {
        var day = state.Days[truck];
        for (var at = day.Frozen + 1; at <= day.Count; at++)
        {
            if (!_model.IsJob(day.Cells[at].Node))
            {
                Improve(truck, day, at);
            }
        }
    }

    private void Improve(int truck, Day day, int at)
    {
        var cells = day.Cells;
        var capacity = _model.Vehicles[truck].Capacity;
        var node = cells[at].Node;
        var before = cells[at - 1].Node;
        var after = cells[at + 1].Node;
        var closing = _model.MustEndEmpty && at >= day.OpenFrom;
        var around = _model.Distance[before][after];
        var saved = (long)cells[at - 1].Arc + cells[at].Arc - around;
        long best = 0;
        var bestAt = -1;
        var bestPlant = -1;
        var both = cells[at - 1].Load + cells[at].Leg;

        void Try(int position, int left, int right, int arc)
        {
            for (var plant = _model.Jobs; plant < _model.Jobs + _model.Plants; plant++)
            {
                var change = (long)_model.Distance[left][plant] + _model.Distance[plant][right] - arc - saved;
                if (change < best)
                {
                    (best, bestAt, bestPlant) = (change, position, plant);
                }
            }
        }

        if (_model.Plants > 1)
        {
            Try(at, before, after, around);
        }

        if (!closing && around < SearchModel.Never)
        {
            // Earlier: the jobs after the new position join the next leg.
            for (
                var i = at - 2;
                i >= day.Frozen && i >= 0 && both - cells[i].Load <= capacity && _model.IsJob(cells[i + 1].Node) && cells[i].Load > 0;
                i--
            )
            {
                Try(i + 1, cells[i].Node, cells[i + 1].Node, cells[i].Arc);
            }

            // Later: the first jobs of the next leg join this one.
            for (var i = at + 1; i <= day.Count && _model.IsJob(cells[i].Node) && cells[at - 1].Load + cells[i].Load <= capacity; i++)
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

        _kept.CopyFrom(day);
        Move(cells, at, bestAt, bestPlant);
        var cost = day.Cost;
        if (state.Refresh(truck) && day.Cost < cost)
        {
            return;
        }

        state.Cost += _kept.Cost - day.Cost;
        day.CopyFrom(_kept);
        state.Timeline?.Enter(truck, day);
    }

    /// <summary>Moves the visit at position <paramref name="from"/> to before position <paramref name="to"/>.</summary>
    private static void Move(Cell[] cells, int from, int to, int plant)
    {
        for (var i = from; i > to; i--)
        {
            cells[i].Node = cells[i - 1].Node;
        }

        for (var i = from; i < to - 1; i++)
        {
            cells[i].Node = cells[i + 1].Node;
        }

        cells[to > from ? to - 1 : to].Node = plant;
    }
}
