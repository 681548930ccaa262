using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>The truck carries all the equipment the job needs.</summary>
internal sealed class EquipmentOnBoard : Rule
{
    public override string Code => "DSP-120";

    public override Words Name => new("缺少设备", "the equipment is missing");

    public override IEnumerable<string> Broken(Review review) =>
        from pair in review.Visits
        let job = pair.Visit.Job
        where job is not null && !pair.Visit.Fixed
        from needed in job.Equipment
        where !pair.Day.Truck.Equipment.Contains(needed)
        select $"job {job.Id} needs {needed}, which {pair.Day.Truck.Id} does not carry";

    public override Problem? Relax(Problem problem, Job job) =>
        job.Equipment.Count == 0 ? null : WithJob(problem, job, it => it with { Equipment = [] });

    public override Words Sentence(Obstacle obstacle) =>
        new(
            $"有空的车未带 {Obstacle.List(obstacle.Job.Equipment)}",
            $"the trucks with room do not carry {Obstacle.List(obstacle.Job.Equipment)}"
        );

    public override Words Help(Obstacle obstacle)
    {
        var lacks = Obstacle.List(obstacle.Job.Equipment.Except(obstacle.Truck.Equipment));
        return obstacle.At($"带上 {lacks}", $"with {lacks} on board");
    }
}
