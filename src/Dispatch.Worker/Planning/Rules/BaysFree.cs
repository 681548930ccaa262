using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>No more trucks empty at a plant at the same time than it has bays.</summary>
internal sealed class BaysFree : Rule
{
    public override string Code => "DSP-152";

    public override Words Name => new("车位都被占用", "the bays are taken");

    public override bool ForAll => true;

    public override IEnumerable<string> Broken(Review review)
    {
        foreach (var plant in review.Problem.Emptying.Where(plant => plant.Bays is not null))
        {
            List<(double From, double To, string Truck)> stays =
            [
                .. from pair in review.Visits
                where pair.Visit.Plant?.Id == plant.Id && plant.Service > 0
                select (pair.Visit.Stop.Start, pair.Visit.Stop.Start + plant.Service, pair.Day.Truck.Id),
            ];
            foreach (var (from, _, truck) in stays)
            {
                var together = stays.Count(other => other.From <= from + Review.Tolerance && other.To > from + Review.Tolerance);
                if (together > plant.Bays)
                {
                    yield return $"{together} trucks would empty at {plant.Id} at {from:0.###}, {truck} too; it has {plant.Bays} bays";
                }
            }
        }
    }

    public override Problem? Relax(Problem problem, Job job) =>
        problem.Emptying.All(plant => plant.Bays is null) ? null : WithPlants(problem, plant => plant with { Bays = null });

    public override Words Sentence(Obstacle obstacle) => new("卸点的车位都被占用", "every bay at the plant is taken");

    public override Words Help(Obstacle obstacle) =>
        obstacle.At($"{obstacle.Place.Plant} 加一个车位", $"with one more bay at {obstacle.Place.Plant}");
}
