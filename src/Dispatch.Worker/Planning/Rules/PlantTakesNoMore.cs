using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>A plant gets no more m³ than it can still take that day.</summary>
internal sealed class PlantTakesNoMore : Rule
{
    public override string Code => "DSP-151";

    public override Words Name => new("卸点已满", "the plants are full");

    public override bool ForAll => true;

    public override IEnumerable<string> Broken(Review review) =>
        from plant in review.Problem.Emptying
        where plant.Capacity is not null
        let brought = review.Days.SelectMany(day => day.Loads()).Where(step => step.Visit.Plant?.Id == plant.Id).Sum(step => step.Before)
        where brought > plant.Capacity + Review.Tolerance
        select $"{plant.Id} would get {brought:0.###} m³; it can take {plant.Capacity:0.###}";

    public override Problem? Relax(Problem problem, Job job) =>
        problem.Emptying.All(plant => plant.Capacity is null) ? null : WithPlants(problem, plant => plant with { Capacity = null });

    public override Words Sentence(Obstacle obstacle) => new("各卸点今日已不能再收", "the plants can take no more today");

    public override Words Help(Obstacle obstacle) =>
        obstacle.At(
            $"{obstacle.Place.Plant} 再收 {obstacle.Job.Volume:0.###} m³",
            $"if {obstacle.Place.Plant} takes {obstacle.Job.Volume:0.###} m³ more"
        );
}
