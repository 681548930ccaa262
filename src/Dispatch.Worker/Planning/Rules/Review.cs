using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Travel;

namespace DispatchWorker.Planning.Rules;

/// <summary>A finished plan beside its problem: each stop with its job or plant and with the drive to it.</summary>
internal sealed class Review
{
    /// <summary>What rounding may leave, in units of time or m³.</summary>
    public const double Tolerance = 1e-6;

    public Review(Problem problem, Plan plan, ITravelTimes travel)
    {
        Problem = problem;
        Plan = plan;
        var jobs = problem.Jobs.ToDictionary(job => job.Id);
        var plants = problem.Emptying.ToDictionary(plant => plant.Id);
        var trucks = problem.Trucks.ToDictionary(truck => truck.Id);
        var depots = problem.Depots.ToDictionary(depot => depot.Id);
        foreach (var day in plan.Trucks)
        {
            if (!trucks.TryGetValue(day.Id, out var truck))
            {
                Unknown.Add($"there is no truck {day.Id}");
                continue;
            }

            var at = depots[truck.Depot].Place;
            var pinned = problem.Frozen.Where(line => line.Truck == day.Id).Sum(line => line.Stops.Count);
            List<Visit> visits = [];
            foreach (var stop in day.Stops)
            {
                var job = stop.Kind == "job" ? jobs.GetValueOrDefault(stop.Id) : null;
                var plant = stop.Kind == "emptying" ? plants.GetValueOrDefault(stop.Id) : null;
                var known = stop.Kind switch
                {
                    "job" => job is not null,
                    "emptying" => plant is not null,
                    "depot" => stop.Id == truck.Depot,
                    "break" => true,
                    _ => false,
                };
                if (!known)
                {
                    Unknown.Add($"{day.Id} goes to {stop.Kind} {stop.Id}, which does not exist for it");
                    continue;
                }

                var place = job?.Place ?? plant?.Place ?? (stop.Kind == "break" ? at : depots[truck.Depot].Place);
                var (time, distance) = travel.Between(problem, at, place);
                visits.Add(new Visit(stop, job, plant, time, distance, (job ?? (object?)plant) is not null && pinned-- > 0));
                at = place;
            }

            Days.Add(new ReviewedDay(truck, visits));
        }
    }

    public Problem Problem { get; }
    public Plan Plan { get; }
    public List<ReviewedDay> Days { get; } = [];
    public List<string> Unknown { get; } = [];

    public IEnumerable<(ReviewedDay Day, Visit Visit)> Visits => Days.SelectMany(day => day.Visits.Select(visit => (day, visit)));
}

internal sealed record ReviewedDay(Truck Truck, IReadOnlyList<Visit> Visits)
{
    /// <summary>The m³ on board before and after each stop, counted from the visits alone.</summary>
    public IEnumerable<(Visit Visit, double Before, double After)> Loads()
    {
        double load = 0;
        foreach (var visit in Visits)
        {
            var before = load;
            load = visit.Plant is not null ? 0 : load + visit.Volume;
            yield return (visit, before, load);
        }
    }

    /// <summary>Every span in which the truck drives or works.</summary>
    public IEnumerable<(double From, double To, string What)> Busy()
    {
        for (var i = 1; i < Visits.Count; i++)
        {
            var visit = Visits[i];
            if (visit.Time > 0)
            {
                yield return (visit.Stop.Arrive - visit.Time, visit.Stop.Arrive, $"drives to {visit.Stop.Id}");
            }

            if (visit.Service > 0)
            {
                yield return (visit.Stop.Start, visit.Stop.Start + visit.Service, $"works at {visit.Stop.Id}");
            }
        }
    }
}

/// <summary>One stop of a plan.</summary>
/// <param name="Stop">As the plan has it.</param>
/// <param name="Job">Null at plants, depots and breaks.</param>
/// <param name="Plant">Null elsewhere.</param>
/// <param name="Time">Of the drive to it, in the problem's unit.</param>
/// <param name="Distance">Of the drive to it, in the problem's unit.</param>
/// <param name="Fixed">It has started or is pinned: rules do not apply to a fact.</param>
internal sealed record Visit(Stop Stop, Job? Job, Plant? Plant, double Time, double Distance, bool Fixed)
{
    /// <summary>The m³ this visit takes: all of the job's, unless it is split.</summary>
    public double Volume => Job is null ? 0 : Stop.Volume ?? Job.Volume;

    public double Service =>
        Job is { } job
            ? job.Volume > 0 && Stop.Volume is { } share
                ? job.Service * share / job.Volume
                : job.Service
            : Plant?.Service ?? 0;
}
