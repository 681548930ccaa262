namespace DispatchWorker.Planning.Rules;

/// <summary>A plant gets only the kinds of waste it accepts.</summary>
internal sealed class PlantAccepts : Rule
{
    public override string Code => "DSP-153";

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
        problem.Emptying.All(plant => Takes(plant, job))
            ? null
            : problem with
            {
                Emptying = [.. problem.Emptying.Select(plant => plant with { Accepts = [] })],
            };
}
