using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>Work begins within the job's window. A soft window only sets the earliest start.</summary>
internal sealed class WindowsMet : Rule
{
    public override string Code => "DSP-140";

    public override Words Name => new("赶不上时间窗", "its window cannot be met");

    public override IEnumerable<string> Broken(Review review) =>
        from pair in review.Visits
        let job = pair.Visit.Job
        where job is not null && !pair.Visit.Fixed
        let start = pair.Visit.Stop.Start
        let soft = job.Soft && review.Problem.Objective == Objective.Full
        where start < job.Open - Review.Tolerance || (!soft && start > job.Close + Review.Tolerance)
        select $"{pair.Day.Truck.Id} begins job {job.Id} at {start:0.###}, outside {job.Open:R} to {job.Close:R}";

    /// <summary>Lateness becomes allowed but has a price, so that the least late place is found.</summary>
    public override Problem? Relax(Problem problem, Job job)
    {
        var priced = Priced(problem);
        return WithJob(priced, job, it => it with { Open = Math.Min(0, it.Open), Close = double.PositiveInfinity, Due = job.Close });
    }

    public override Words Sentence(Obstacle obstacle)
    {
        var from = obstacle.Moment(obstacle.Job.Open);
        var to = obstacle.Moment(obstacle.Job.Close);
        return new($"{from} 至 {to} 之间没有车能到", $"no truck can be there between {from} and {to}");
    }

    public override Words Help(Obstacle obstacle)
    {
        var late = obstacle.Place.Start - obstacle.Job.Close;
        var early = obstacle.Job.Open - obstacle.Place.Start;
        if (late > 0)
        {
            return obstacle.At($"晚 {obstacle.Length(late).Zh}", $"{obstacle.Length(late).En} late");
        }

        return early > 0 ? obstacle.At($"早 {obstacle.Length(early).Zh}", $"{obstacle.Length(early).En} early") : obstacle.At();
    }
}
