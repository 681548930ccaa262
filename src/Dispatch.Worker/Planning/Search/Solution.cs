namespace DispatchWorker.Planning.Search;

/// <summary>A whole plan as the threads exchange it. A new one has only the frozen stops.</summary>
internal sealed class Solution
{
    public Solution(SearchModel model)
    {
        var timeline = model.Full is null ? null : new Timeline(model);
        Days = [.. model.Vehicles.Select(vehicle => Begin(model, vehicle, timeline))];
        HashSet<int> frozen = [.. model.Frozen.SelectMany(nodes => nodes)];
        Absent = [.. Enumerable.Range(0, model.Jobs).Where(job => !frozen.Contains(job))];
    }

    public Day[] Days { get; }
    public int[] Absent { get; set; }

    private static Day Begin(SearchModel model, Vehicle vehicle, Timeline? timeline)
    {
        var nodes = model.Frozen[vehicle.Index];
        var day = new Day
        {
            Count = nodes.Length,
            Frozen = nodes.Length,
            Cells = new Cell[nodes.Length + 16],
        };
        for (var at = 0; at < nodes.Length; at++)
        {
            day.Cells[at + 1].Node = nodes[at];
        }

        day.Cells[0].Node = vehicle.Depot;
        day.Cells[day.Count + 1].Node = vehicle.Depot;
        if (model.Full is { } full)
        {
            day.Breaks = [.. full.Interruptions.Breaks[vehicle.Index].Select(rest => rest.From)];
        }

        Emptyings.Squeeze(day, vehicle, model);
        day.Refresh(vehicle, model, timeline);
        return day;
    }

    /// <summary>Takes over the days of some trucks. The caller sets <see cref="Absent"/>.</summary>
    public void Take(Day[] days, int[] trucks)
    {
        foreach (var truck in trucks)
        {
            Days[truck].CopyFrom(days[truck]);
        }
    }

    public void CopyFrom(Solution other)
    {
        for (var truck = 0; truck < Days.Length; truck++)
        {
            Days[truck].CopyFrom(other.Days[truck]);
        }

        Absent = other.Absent;
    }

    public long Cost(SearchModel model) =>
        Days.Sum(day => day.Cost) + Absent.DistinctBy(job => model.SourceJob[job]).Sum(job => model.Penalty[job]);
}
