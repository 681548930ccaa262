namespace DispatchWorker.Planning.Rules;

/// <summary>Never more on board than the tank holds.</summary>
internal sealed class TankHolds : Rule
{
    public override string Code => "DSP-110";

    public override IEnumerable<string> Broken(Review review) =>
        from day in review.Days
        from step in day.Loads()
        where !step.Visit.Fixed && step.After > day.Truck.Capacity + Review.Tolerance
        select $"{day.Truck.Id} would carry {step.After:0.###} m³ in a tank of {day.Truck.Capacity:0.###} after job {step.Visit.Stop.Id}";

    public override Problem? Relax(Problem problem, Job job) => With(problem, job, it => it with { Volume = 0 });
}
