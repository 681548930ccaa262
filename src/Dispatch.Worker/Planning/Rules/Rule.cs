namespace DispatchWorker.Planning.Rules;

/// <summary>One hard rule: how a finished plan breaks it, and what the problem would be without it for one job.</summary>
internal abstract class Rule
{
    public abstract string Code { get; }

    /// <summary>Every place where the plan breaks the rule, as sentences a dispatcher can act on.</summary>
    public abstract IEnumerable<string> Broken(Review review);

    /// <summary>The same problem with this rule alone taken away, as far as it keeps <paramref name="job"/> out; null when the rule has no say in it.</summary>
    public virtual Problem? Relax(Problem problem, Job job) => null;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Bookkeeping(), new TankHolds(), new HomeEmpty(), new EquipmentOnBoard(), new CrewQualified(), new KindAllowed(), new ShiftKept(),
        new BlockedTimesFree(), new BreaksTaken(), new WindowsMet(), new PlantOpen(), new PlantTakesNoMore(), new BaysFree(), new PlantAccepts(), new FixedStopsStay(),
    ];

    protected static Problem With(Problem problem, Job job, Func<Job, Job> change) =>
        problem with { Jobs = [.. problem.Jobs.Select(other => other.Id == job.Id ? change(other) : other)] };
}
