using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>A first plan from an older one: every stop that can stay stays, the search does the rest.</summary>
internal static class WarmStart
{
    public static Solution From(SearchModel model, Func<Truck, IEnumerable<StopName>> stops, CancellationToken cancel)
    {
        var solution = new Solution(model);
        List<JobVisit> visits = [.. Enumerable.Range(0, model.Jobs).Select(node => new JobVisit(model.SourceJob[node], 0, 0))];
        var nodes = FrozenDays.Sequences(model.Problem, visits, stops);
        HashSet<int> absent = [.. solution.Absent];
        var timeline = model.Full is null ? null : new Timeline(model);
        foreach (var vehicle in model.Vehicles)
        {
            timeline?.Enter(vehicle.Index, solution.Days[vehicle.Index]);
        }

        foreach (var vehicle in model.Vehicles)
        {
            cancel.ThrowIfCancellationRequested();
            var day = solution.Days[vehicle.Index];
            int[] rest =
            [
                .. nodes[vehicle.Index].Where(node => !model.IsJob(node) || (absent.Contains(node) && model.Fits[vehicle.Class][node])),
            ];
            if (!Fill(model, vehicle, day, rest, timeline))
            {
                AddOneByOne(model, vehicle, day, rest, timeline, cancel);
            }

            for (var at = day.Frozen + 1; at <= day.Count; at++)
            {
                absent.Remove(day.NodeAt(at));
            }

            timeline?.Enter(vehicle.Index, day);
        }

        solution.Absent = [.. absent.Order()];
        return solution;
    }

    private static void AddOneByOne(SearchModel model, Vehicle vehicle, Day day, int[] nodes, Timeline? timeline, CancellationToken cancel)
    {
        List<int> kept = [];
        foreach (var node in nodes)
        {
            cancel.ThrowIfCancellationRequested();
            kept.Add(node);
            if (!Fill(model, vehicle, day, kept, timeline))
            {
                kept.RemoveAt(kept.Count - 1);
            }
        }

        if (!Fill(model, vehicle, day, kept, timeline))
        {
            Fill(model, vehicle, day, [], timeline);
        }
    }

    /// <summary>Makes the day its frozen stops and these nodes; false when that breaks a rule.</summary>
    private static bool Fill(SearchModel model, Vehicle vehicle, Day day, IReadOnlyList<int> nodes, Timeline? timeline)
    {
        day.Count = day.Frozen;
        day.Open(day.Frozen, nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
        {
            day.Cells[day.Frozen + 1 + i].Node = nodes[i];
        }

        day.Cells[day.Count + 1].Node = vehicle.Depot;
        Emptyings.Squeeze(day, vehicle, model);
        return day.Refresh(vehicle, model, timeline) || (day.Breaks.Length > 0 && PlaceBreaks(model, vehicle, day, timeline));
    }

    /// <summary>The old plan does not say when crews rest: tries each break after every stop and across its span.</summary>
    private static bool PlaceBreaks(SearchModel model, Vehicle vehicle, Day day, Timeline? timeline)
    {
        int[] departs = [.. day.Cells[..(day.Count + 1)].Select(cell => cell.Depart)];
        for (var which = 0; which < day.Breaks.Length; which++)
        {
            var (from, to, length) = model.Full!.Interruptions.Breaks[vehicle.Index][which];
            var last = Math.Max(from, to - length);
            var kept = day.Breaks[which];
            foreach (var begin in departs.Concat(Enumerable.Range(0, 9).Select(step => (int)(from + (long)(last - from) * step / 8))))
            {
                day.Breaks[which] = Math.Clamp(begin, from, last);
                if (day.Refresh(vehicle, model, timeline))
                {
                    return true;
                }
            }

            day.Breaks[which] = kept;
        }

        return day.Refresh(vehicle, model, timeline);
    }
}
