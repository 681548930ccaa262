using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>A plant gets only the kinds of waste it accepts.</summary>
internal sealed class PlantAccepts : Rule
{
    public override string Code => "DSP-153";

    public override Words Name => new("没有卸点收此类", "no plant accepts it");

    public override IEnumerable<string> Broken(Review review)
    {
        foreach (var day in review.Days)
        {
            List<Job> aboard = [];
            foreach (var visit in day.Visits)
            {
                if (visit.Job is not null)
                {
                    aboard.Add(visit.Job);
                }

                if (visit.Plant is not { } plant)
                {
                    continue;
                }

                foreach (var job in aboard.Where(job => !Takes(plant, job)))
                {
                    yield return $"{day.Truck.Id} brings job {job.Id} ({job.Kind}) to {plant.Id}, which does not take it";
                }

                aboard.Clear();
            }
        }
    }

    public static bool Takes(Plant plant, Job job) => job.Kind is null || plant.Accepts.Count == 0 || plant.Accepts.Contains(job.Kind);

    public override Problem? Relax(Problem problem, Job job) =>
        problem.Emptying.All(plant => Takes(plant, job)) ? null : WithPlants(problem, plant => plant with { Accepts = [] });

    public override Words Sentence(Obstacle obstacle) =>
        new($"能到的卸点都不收 {obstacle.Job.Kind}", $"no plant that can be reached accepts {obstacle.Job.Kind}");

    public override Words Help(Obstacle obstacle) =>
        obstacle.At($"{obstacle.Place.Plant} 收 {obstacle.Job.Kind}", $"if {obstacle.Place.Plant} accepts {obstacle.Job.Kind}");
}
