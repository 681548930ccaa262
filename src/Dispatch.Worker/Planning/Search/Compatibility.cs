namespace DispatchWorker.Planning.Search;

/// <summary>Whether a truck may do a job at all, whatever the hour.</summary>
internal static class Compatibility
{
    public static bool Fits(Job job, Truck truck) =>
        job.Equipment.All(truck.Equipment.Contains)
        && job.Crew.All(truck.Crew.Contains)
        && (job.Kind is null || truck.Kinds.Count == 0 || truck.Kinds.Contains(job.Kind));
}
