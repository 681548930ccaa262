using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>A hard rule: how a plan breaks it, what the problem is without it, and how it is explained to people.</summary>
internal abstract class Rule : Requirement
{
    /// <summary>The same problem with this rule alone relaxed, as far as it keeps <paramref name="job"/> out; null when it does not
    /// concern the job.</summary>
    public abstract Problem? Relax(Problem problem, Job job);

    /// <summary>True when <see cref="Relax"/> changes trucks or plants: relaxed for one job, the rule is relaxed for all.</summary>
    public virtual bool ForAll => false;

    /// <summary>Why the job is left out.</summary>
    public abstract Words Sentence(Obstacle obstacle);

    /// <summary>The cheapest thing that would get the job into the plan.</summary>
    public abstract Words Help(Obstacle obstacle);

    protected static Problem WithJob(Problem problem, Job job, Func<Job, Job> change) =>
        problem with
        {
            Jobs = [.. problem.Jobs.Select(other => other.Id == job.Id ? change(other) : other)],
        };

    protected static Problem WithTrucks(Problem problem, Func<Truck, Truck> change) =>
        problem with
        {
            Trucks = [.. problem.Trucks.Select(change)],
        };

    protected static Problem WithPlants(Problem problem, Func<Plant, Plant> change) =>
        problem with
        {
            Emptying = [.. problem.Emptying.Select(change)],
        };

    /// <summary>The same rules under the objective that has prices for lateness and overtime. No hard rule becomes soft.</summary>
    protected static Problem Priced(Problem problem) =>
        problem.Objective == Objective.Full
            ? problem
            : problem with
            {
                Objective = Objective.Full,
                Jobs = [.. problem.Jobs.Select(job => job with { Soft = false, Due = null })],
                Trucks = [.. problem.Trucks.Select(truck => truck with { Overtime = 0 })],
            };
}
