using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>The truck may take this kind of waste.</summary>
internal sealed class KindAllowed : Rule
{
    public override string Code => "DSP-122";

    public override Words Name => new("车辆不得运此类", "the trucks may not take this kind");

    public override IEnumerable<string> Broken(Review review) =>
        from pair in review.Visits
        let job = pair.Visit.Job
        where !pair.Visit.Fixed && job?.Kind is not null && pair.Day.Truck.Kinds.Count > 0 && !pair.Day.Truck.Kinds.Contains(job.Kind)
        select $"job {job.Id} is {job.Kind}, which {pair.Day.Truck.Id} may not take";

    public override Problem? Relax(Problem problem, Job job) =>
        job.Kind is null || problem.Trucks.All(truck => truck.Kinds.Count == 0)
            ? null
            : problem with
            {
                Trucks =
                [
                    .. problem.Trucks.Select(truck => truck.Kinds.Count == 0 ? truck : truck with { Kinds = [.. truck.Kinds, job.Kind] }),
                ],
            };

    public override Words Sentence(Obstacle obstacle) =>
        new($"有空的车不得运 {obstacle.Job.Kind}", $"the trucks with room may not take {obstacle.Job.Kind}");

    public override Words Help(Obstacle obstacle) => obstacle.At($"准其运 {obstacle.Job.Kind}", $"if allowed to take {obstacle.Job.Kind}");
}
