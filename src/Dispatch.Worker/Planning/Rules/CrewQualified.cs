namespace DispatchWorker.Planning.Rules;

/// <summary>The crew on board has the qualifications the job needs.</summary>
internal sealed class CrewQualified : Rule
{
    public override string Code => "DSP-121";

    public override IEnumerable<string> Broken(Review review) =>
        from pair in review.Visits
        let job = pair.Visit.Job
        where job is not null && !pair.Visit.Fixed
        from needed in job.Crew
        where !pair.Day.Truck.Crew.Contains(needed)
        select $"job {job.Id} needs a crew with {needed}; that of {pair.Day.Truck.Id} has it not";

    public override Problem? Relax(Problem problem, Job job) =>
        job.Crew.Count == 0 ? null : With(problem, job, it => it with { Crew = [] });
}
