using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>One visit of a job: all of it, or its share when no tank holds the whole volume.</summary>
/// <param name="Job">Index in <see cref="Problem.Jobs"/>.</param>
/// <param name="Volume">In m³.</param>
/// <param name="Service">In the problem's unit of time.</param>
internal readonly record struct JobVisit(int Job, double Volume, double Service)
{
    /// <summary>A job that would need more visits than this cannot be served in one day and stays whole.</summary>
    private const int Most = 50;

    /// <summary>The visits of all jobs in order; those of a split job follow each other and have equal shares.</summary>
    public static List<JobVisit> Of(Problem problem, CancellationToken cancel)
    {
        List<JobVisit> visits = [];
        for (var job = 0; job < problem.Jobs.Count; job++)
        {
            cancel.ThrowIfCancellationRequested();
            var it = problem.Jobs[job];
            var parts = Parts(problem, it);
            for (var part = 0; part < parts; part++)
            {
                visits.Add(new JobVisit(job, it.Volume / parts, it.Service / parts));
            }
        }

        return visits;
    }

    private static int Parts(Problem problem, Job job)
    {
        var tank = problem
            .Trucks.Where(truck => Compatibility.Fits(job, truck))
            .Select(truck => truck.Capacity)
            .DefaultIfEmpty(job.Volume)
            .Max();
        if (job.Volume <= tank || tank <= 0 || problem.Emptying.Count == 0)
        {
            return 1;
        }

        var parts = Math.Ceiling(job.Volume / tank - 1e-9);
        return parts > Most ? 1 : (int)parts;
    }
}
