namespace DispatchWorker.Planning.Search;

/// <summary>A whole plan as the threads hand it to each other.</summary>
internal sealed class Solution
{
    public Solution(Model model)
    {
        Days = new Day[model.Vehicles.Length];
        for (int truck = 0; truck < Days.Length; truck++)
        {
            Days[truck] = new Day();
            Days[truck].Clear(model.Vehicles[truck], model);
        }
        Absent = [.. Enumerable.Range(0, model.Jobs)];
    }

    public Day[] Days { get; }
    public int[] Absent { get; set; }

    /// <summary>Takes over the part of a worker: its trucks' days. What is left out must be set by the caller.</summary>
    public void Take(Day[] days, int[] trucks)
    {
        foreach (int truck in trucks) { Days[truck].CopyFrom(days[truck]); }
    }

    public void CopyFrom(Solution other)
    {
        for (int truck = 0; truck < Days.Length; truck++) { Days[truck].CopyFrom(other.Days[truck]); }
        Absent = other.Absent;
    }

    public long Cost(Model model) => Days.Sum(day => day.Cost) + Absent.Sum(job => model.Penalty[job]);
}
