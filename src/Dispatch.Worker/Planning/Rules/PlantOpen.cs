using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>Emptying begins while the plant is open.</summary>
internal sealed class PlantOpen : Rule
{
    public override string Code => "DSP-150";

    public override Words Name => new("到时卸点已关门", "the plants are closed by then");

    public override bool ForAll => true;

    public override IEnumerable<string> Broken(Review review) =>
        from pair in review.Visits
        let plant = pair.Visit.Plant
        where plant is not null && !pair.Visit.Fixed
        let start = pair.Visit.Stop.Start
        where start < plant.Open - Review.Tolerance || start > plant.Close + Review.Tolerance
        select $"{pair.Day.Truck.Id} empties at {plant.Id} at {start:0.###}; it is open from {plant.Open:R} to {plant.Close:R}";

    public override Problem? Relax(Problem problem, Job job) =>
        problem.Emptying.Count == 0 ? null : WithPlants(problem, plant => plant with { Open = 0, Close = double.PositiveInfinity });

    public override Words Sentence(Obstacle obstacle) => new("到时卸点已关门", "the plant would be closed");

    public override Words Help(Obstacle obstacle) =>
        obstacle.At($"在 {obstacle.Place.Plant} 开放时间外卸", $"emptied at {obstacle.Place.Plant} outside its hours");
}
