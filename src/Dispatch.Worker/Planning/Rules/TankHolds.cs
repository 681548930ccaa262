using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>The load on board never exceeds the tank.</summary>
internal sealed class TankHolds : Rule
{
    public override string Code => "DSP-110";

    public override Words Name => new("没有足够大的罐", "no tank is large enough");

    public override IEnumerable<string> Broken(Review review) =>
        from day in review.Days
        from step in day.Loads()
        where !step.Visit.Fixed && step.After > day.Truck.Capacity + Review.Tolerance
        select $"{day.Truck.Id} would carry {step.After:0.###} m³ in a tank of {day.Truck.Capacity:0.###} after job {step.Visit.Stop.Id}";

    public override Problem? Relax(Problem problem, Job job) => WithJob(problem, job, it => it with { Volume = 0 });

    public override Words Sentence(Obstacle obstacle) =>
        new($"能来的车都没有 {obstacle.Job.Volume:0.###} m³ 余量", $"no tank that could come has {obstacle.Job.Volume:0.###} m³ of room");

    public override Words Help(Obstacle obstacle) => obstacle.At("事先卸空，或换更大的罐", "emptied before, or a larger tank");
}
