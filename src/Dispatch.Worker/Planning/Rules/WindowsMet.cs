namespace DispatchWorker.Planning.Rules;

/// <summary>Work begins within the job's window; a soft window may be missed to the late side only.</summary>
internal sealed class WindowsMet : Rule
{
    public override string Code => "DSP-140";

    public override IEnumerable<string> Broken(Review review) =>
        from pair in review.Visits
        let job = pair.Visit.Job
        where job is not null && !pair.Visit.Fixed
        let start = pair.Visit.Stop.Start
        let soft = job.Soft && review.Problem.Objective == Objective.Full
        where start < job.Open - Review.Tolerance || (!soft && start > job.Close + Review.Tolerance)
        select $"{pair.Day.Truck.Id} begins job {job.Id} at {start:0.###}, outside {job.Open:R} to {job.Close:R}";

    /// <summary>The window becomes a wish: late costs, so that the least late place is found.</summary>
    public override Problem? Relax(Problem problem, Job job)
    {
        var priced = Priced(problem);
        return With(priced, job, it => it with { Open = Math.Min(0, it.Open), Close = double.PositiveInfinity, Due = job.Close });
    }
}
