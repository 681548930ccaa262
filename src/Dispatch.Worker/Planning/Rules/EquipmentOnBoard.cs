namespace DispatchWorker.Planning.Rules;

/// <summary>The truck carries all the equipment the job needs.</summary>
internal sealed class EquipmentOnBoard : Rule
{
    public override string Code => "DSP-120";

    public override IEnumerable<string> Broken(Review review) =>
        from pair in review.Visits
        let job = pair.Visit.Job
        where job is not null && !pair.Visit.Fixed
        from needed in job.Equipment
        where !pair.Day.Truck.Equipment.Contains(needed)
        select $"job {job.Id} needs {needed}, which {pair.Day.Truck.Id} does not carry";

    public override Problem? Relax(Problem problem, Job job) =>
        job.Equipment.Count == 0 ? null : With(problem, job, it => it with { Equipment = [] });
}
