namespace DispatchWorker.Planning.Search;

/// <summary>The numbers of the search; what was tried for each is in README.md.</summary>
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

    /// <summary>Temperatures at the beginning and the end, in shares of the distance per job.</summary>
    public double Hot { get; init; } = 1;

    /// <summary>When a plan is being mended: it is worth keeping, so it is not melted down.</summary>
    public double WarmHot { get; init; } = 0.1;

    public double Cold { get; init; } = 0.01;

    /// <summary>Problems with more jobs than this are worked on in groups.</summary>
    public int GroupFrom { get; init; } = 250;

    /// <summary>Jobs in a group, about.</summary>
    public double GroupSize { get; init; } = 200;

    /// <summary>And no fewer days than this on average: jobs must have somewhere to go.</summary>
    public double GroupDays { get; init; } = 8;

    /// <summary>How often the groups are dealt anew, or the threads exchange their plans.</summary>
    public int Rounds { get; init; } = 20;

    /// <summary>Days of so many nearest jobs are looked at for a place.</summary>
    public int Reach { get; init; } = 25;

    public static Tuning Default { get; } = new();
}
