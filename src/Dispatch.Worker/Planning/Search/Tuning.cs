namespace DispatchWorker.Planning.Search;

/// <summary>The parameters of the search. README.md says what was tried.</summary>
internal sealed record Tuning
{
    public double Blink { get; init; } = 0.01;

    /// <summary>Jobs taken out per round, on average.</summary>
    public double Removed { get; init; } = 10;

    /// <summary>Longest string taken from one day.</summary>
    public int Longest { get; init; } = 10;

    /// <summary>How often a string keeps some of its inner jobs.</summary>
    public double Split { get; init; } = 0.5;

    /// <summary>How often the kept part of a string grows by one more job.</summary>
    public double Widen { get; init; } = 0.1;

    /// <summary>Temperature at the beginning, as a share of the distance per job; <see cref="Cold"/> is the one at the end.</summary>
    public double Hot { get; init; } = 1;

    /// <summary>The beginning when re-planning: lower, so that the plan people hold is mostly kept.</summary>
    public double WarmHot { get; init; } = 0.1;

    public double Cold { get; init; } = 0.01;

    /// <summary>Problems with more jobs than this are searched in groups.</summary>
    public int GroupFrom { get; init; } = 250;

    /// <summary>Jobs in a group, roughly.</summary>
    public double GroupSize { get; init; } = 200;

    /// <summary>The fewest days in a group, on average: jobs need days to move to.</summary>
    public double GroupDays { get; init; } = 8;

    /// <summary>How often groups are formed anew, or threads exchange their plans.</summary>
    public int Rounds { get; init; } = 20;

    /// <summary>A place is sought in the days of this many nearest jobs.</summary>
    public int Reach { get; init; } = 25;

    public static Tuning Default { get; } = new();
}
