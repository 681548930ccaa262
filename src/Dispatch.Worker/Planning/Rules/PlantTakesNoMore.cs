namespace DispatchWorker.Planning.Rules;

/// <summary>A plant gets no more that day than it can still take.</summary>
internal sealed class PlantTakesNoMore : Rule
{
    public override string Code => "DSP-151";

    public override bool ForAll => true;

    public override IEnumerable<string> Broken(Review review) =>
        from plant in review.Problem.Emptying
        where plant.Capacity is not null
        let brought = review.Days.SelectMany(day => day.Loads()).Where(step => step.Visit.Plant?.Id == plant.Id).Sum(step => step.Before)
        where brought > plant.Capacity + Review.Tolerance
        select $"{plant.Id} would get {brought:0.###} m³; it can take {plant.Capacity:0.###}";

    public override Problem? Relax(Problem problem, Job job) =>
        problem.Emptying.All(plant => plant.Capacity is null)
            ? null
            : problem with
            {
                Emptying = [.. problem.Emptying.Select(plant => plant with { Capacity = null })],
            };
}
