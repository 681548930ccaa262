using System.Runtime.CompilerServices;

namespace DispatchWorker.Planning.Search;

/// <summary>One truck's day: a sequence of nodes from depot to depot. Call <see cref="Refresh"/> after every change of the
/// sequence.</summary>
internal sealed class Day
{
    public Cell[] Cells = new Cell[16];

    /// <summary>Stops between the two depots, at positions 1 … Count.</summary>
    public int Count;

    /// <summary>How many of them are jobs.</summary>
    public int JobCount;
    public long Distance;

    /// <summary>Price of this day under the objective; the distance itself unless the problem has <see cref="Full"/>.</summary>
    public long Cost;

    /// <summary>The last leg begins here: no emptying follows.</summary>
    public int OpenFrom;

    /// <summary>Stops 1 … Frozen may not be moved, and nothing may come before them.</summary>
    public int Frozen;

    /// <summary>Price of lateness up to each stop; at the last depot overtime too (only with <see cref="Full"/>).</summary>
    public long[] Late = [];

    /// <summary>When each break begins, in ticks (only with <see cref="Full"/>).</summary>
    public int[] Breaks = [];

    public void CopyFrom(Day other)
    {
        if (Cells.Length < other.Count + 2)
        {
            Cells = new Cell[other.Cells.Length];
        }

        Array.Copy(other.Cells, Cells, other.Count + 2);
        Count = other.Count;
        JobCount = other.JobCount;
        Distance = other.Distance;
        Cost = other.Cost;
        Frozen = other.Frozen;
        OpenFrom = other.OpenFrom;
        if (Breaks.Length != other.Breaks.Length)
        {
            Breaks = new int[other.Breaks.Length];
        }

        other.Breaks.CopyTo(Breaks, 0);
        if (other.Late.Length == 0)
        {
            return;
        }

        if (Late.Length < other.Count + 2)
        {
            Late = new long[other.Late.Length];
        }

        Array.Copy(other.Late, Late, other.Count + 2);
    }

    /// <summary>Makes room for <paramref name="stops"/> stops after position <paramref name="after"/>.</summary>
    public void Open(int after, int stops)
    {
        var needed = Count + 2 + stops;
        if (Cells.Length < needed)
        {
            Array.Resize(ref Cells, Math.Max(needed, Cells.Length * 2));
        }

        Array.Copy(Cells, after + 1, Cells, after + 1 + stops, Count + 1 - after);
        Count += stops;
    }

    /// <summary>Derives times, loads and price anew.</summary>
    /// <returns>False when the sequence breaks a window, the shift, the tank or a limit of plants.</returns>
    public bool Refresh(Vehicle vehicle, SearchModel model, Timeline? timeline) =>
        Derive(vehicle, model) & (timeline is null || timeline.Schedule(this, vehicle));

    private bool Derive(Vehicle vehicle, SearchModel model)
    {
        var cells = Cells.AsSpan(0, Count + 2);
        var open = model.Open;
        var close = model.Close;
        var service = model.Service;
        var fits = true;
        var leave = vehicle.Start;
        var load = 0;
        var jobs = 0;
        var legStart = 0;
        long distance = 0;
        cells[0].Depart = leave;
        cells[0].Load = 0;
        for (var at = 1; at < cells.Length; at++)
        {
            ref Cell cell = ref cells[at];
            var previous = cells[at - 1].Node;
            var node = cell.Node;
            var arc = model.Distance[previous][node];
            cells[at - 1].Arc = arc;
            distance += arc;
            var arrive = leave + model.Time[previous][node];
            if (at == cells.Length - 1)
            {
                fits &= arrive <= vehicle.End && (load == 0 || !model.MustEndEmpty);
                cell.Depart = arrive;
                cell.Load = load;
            }
            else
            {
                fits &= arrive <= close[node];
                leave = Math.Max(arrive, open[node]) + service[node];
                cell.Depart = leave;
                if (node < model.Jobs)
                {
                    jobs++;
                    load += model.Volume[node];
                    fits &= load <= vehicle.Capacity;
                    cell.Load = load;
                    continue;
                }

                cell.Load = 0;
            }

            OpenFrom = legStart;
            for (var leg = legStart; leg < at; leg++)
            {
                cells[leg].Leg = load;
            }

            legStart = at;
            load = 0;
        }

        var latest = vehicle.End;
        cells[^1].Latest = latest;
        for (var at = Count; at >= 1; at--)
        {
            var node = cells[at].Node;
            latest = Math.Min(close[node], latest - model.Time[node][cells[at + 1].Node] - service[node]);
            cells[at].Latest = latest;
        }

        JobCount = jobs;
        Distance = distance;
        Cost = distance;
        return fits;
    }

    /// <summary>The same result as <see cref="Refresh"/> after stops that fit were inserted after position <paramref name="at"/>,
    /// but walks only as far as anything changes.</summary>
    public void Inserted(SearchModel model, int at, int stops)
    {
        var cells = Cells.AsSpan(0, Count + 2);
        var last = at + stops;
        var leave = cells[at].Depart;
        var i = at + 1;
        long added = -cells[at].Arc;
        for (; i < cells.Length; i++)
        {
            var previous = cells[i - 1].Node;
            var node = cells[i].Node;
            if (i <= last + 1)
            {
                var arc = model.Distance[previous][node];
                cells[i - 1].Arc = arc;
                added += arc;
            }

            leave += model.Time[previous][node];
            if (i < cells.Length - 1)
            {
                leave = Math.Max(leave, model.Open[node]) + model.Service[node];
            }

            if (i > last && cells[i].Depart == leave)
            {
                break;
            }

            cells[i].Depart = leave;
        }

        for (i = last; i >= 1; i--)
        {
            var node = cells[i].Node;
            var latest = Math.Min(model.Close[node], cells[i + 1].Latest - model.Time[node][cells[i + 1].Node] - model.Service[node]);
            if (i <= at && cells[i].Latest == latest)
            {
                break;
            }

            cells[i].Latest = latest;
        }

        Reload(cells, model, at, last);
        JobCount++;
        Distance += added;
        Cost = Distance;
    }

    /// <summary>Derives the loads of the legs around positions at + 1 … last.</summary>
    private void Reload(Span<Cell> cells, SearchModel model, int at, int last)
    {
        var start = at;
        var load = 0;
        while (start > 0 && cells[start].Node < model.Jobs)
        {
            start--;
        }

        if (OpenFrom > at)
        {
            OpenFrom += last - at;
        }

        for (var i = start + 1; i < cells.Length; i++)
        {
            var node = cells[i].Node;
            if (node < model.Jobs)
            {
                load += model.Volume[node];
                cells[i].Load = load;
                continue;
            }

            for (var leg = start; leg < i; leg++)
            {
                cells[leg].Leg = load;
            }

            var home = i == cells.Length - 1;
            cells[i].Load = home ? load : 0;
            if (home)
            {
                OpenFrom = start;
            }

            if (i > last)
            {
                return;
            }

            start = i;
            load = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NodeAt(int position) => Cells[position].Node;
}
