using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>The crew on board has the qualifications the job needs.</summary>
internal sealed class CrewQualified : Rule
{
    public override string Code => "DSP-121";

    public override Words Name => new("班组没有资格", "the crew is not qualified");

    public override IEnumerable<string> Broken(Review review) =>
        from pair in review.Visits
        let job = pair.Visit.Job
        where job is not null && !pair.Visit.Fixed
        from needed in job.Crew
        where !pair.Day.Truck.Crew.Contains(needed)
        select $"job {job.Id} needs a crew with {needed}, which the crew of {pair.Day.Truck.Id} does not have";

    public override Problem? Relax(Problem problem, Job job) =>
        job.Crew.Count == 0 ? null : WithJob(problem, job, it => it with { Crew = [] });

    public override Words Sentence(Obstacle obstacle) =>
        new(
            $"有空的班组没有 {Obstacle.List(obstacle.Job.Crew)} 资格",
            $"the crews with time are not qualified for {Obstacle.List(obstacle.Job.Crew)}"
        );

    public override Words Help(Obstacle obstacle)
    {
        var missing = Obstacle.List(obstacle.Job.Crew.Except(obstacle.Truck.Crew));
        return obstacle.At($"加派有 {missing} 资格的人", $"with someone for {missing}");
    }
}
