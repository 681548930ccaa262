namespace DispatchWorker.Planning.Rules;

/// <summary>One hard rule: how a finished plan breaks it, and what the problem would be without it for one job.</summary>
internal abstract class Rule
{
    public abstract string Code { get; }

    /// <summary>Every place where the plan breaks the rule, as sentences a dispatcher can act on.</summary>
    public abstract IEnumerable<string> Broken(Review review);

    /// <summary>The same problem with this rule alone taken away, as far as it keeps <paramref name="job"/> out; null when the rule has no say in it.</summary>
    public virtual Problem? Relax(Problem problem, Job job) => null;

    /// <summary>It is about trucks or plants: taken away for one job, it is taken away for all.</summary>
    public virtual bool ForAll => false;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Bookkeeping(),
        new TankHolds(),
        new HomeEmpty(),
        new EquipmentOnBoard(),
        new CrewQualified(),
        new KindAllowed(),
        new ShiftKept(),
        new BlockedTimesFree(),
        new BreaksTaken(),
        new WindowsMet(),
        new PlantOpen(),
        new PlantTakesNoMore(),
        new BaysFree(),
        new PlantAccepts(),
        new FixedStopsStay(),
    ];

    protected static Problem With(Problem problem, Job job, Func<Job, Job> change) =>
        problem with
        {
            Jobs = [.. problem.Jobs.Select(other => other.Id == job.Id ? change(other) : other)],
        };

    /// <summary>The same rules under the objective that knows prices for lateness and overtime; nothing that was hard becomes soft.</summary>
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
