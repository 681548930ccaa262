using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>Whether a truck may do a job at all, whatever the hour. A rule about one truck and one job is added here.</summary>
internal static class Compatibility
{
    public static bool Fits(Job job, Truck truck) =>
        job.Equipment.All(truck.Equipment.Contains)
        && job.Crew.All(truck.Crew.Contains)
        && (job.Kind is null || truck.Kinds.Count == 0 || truck.Kinds.Contains(job.Kind));

    /// <returns>[class of vehicle][job node].</returns>
    public static bool[][] Table(Problem problem, List<JobVisit> visits, Vehicle[] vehicles, CancellationToken cancel)
    {
        Truck[] classes = [.. vehicles.DistinctBy(vehicle => vehicle.Class).Select(vehicle => problem.Trucks[vehicle.Index])];
        return Tables.Rows<bool>(classes.Length, at => [.. visits.Select(visit => Fits(problem.Jobs[visit.Job], classes[at]))], cancel);
    }
}
