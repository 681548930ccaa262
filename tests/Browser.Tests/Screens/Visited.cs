namespace Browser.Tests.Screens;

/// <param name="Name">Its name in the table.</param>
/// <param name="Account">The account that opens it; null: signed out.</param>
/// <param name="Address">The page.</param>
/// <param name="Kb">The most that may go over the wire.</param>
/// <param name="LcpS">The latest that its largest part may be painted, without a slower processor.</param>
/// <param name="Network">The network's speed.</param>
/// <param name="Touch">The element to press, to see how soon the page answers.</param>
internal sealed record Goal(
    string Name,
    string? Account,
    string Address,
    double Kb,
    double LcpS,
    (double Kbps, int LatencyMs) Network,
    string Touch
);

/// <summary>The measurements of one visit.</summary>
internal sealed record Visited(double Kb, double TtfbS, double LcpS, string Largest, double Cls, double InpMs, double TbtMs)
{
    public const double MostCls = 0.1;
    public const double MostInpMs = 200;
    public const double MostTbtMs = 200;

    /// <summary>The median of each measurement by itself.</summary>
    public static Visited Median(IReadOnlyList<Visited> visits)
    {
        double Of(Func<Visited, double> figure) => visits.Select(figure).Order().ElementAt(visits.Count / 2);
        return new Visited(
            Of(visit => visit.Kb),
            Of(visit => visit.TtfbS),
            Of(visit => visit.LcpS),
            visits[^1].Largest,
            Of(visit => visit.Cls),
            Of(visit => visit.InpMs),
            Of(visit => visit.TbtMs)
        );
    }

    public bool IsLightAndThere(Goal goal) => Kb <= goal.Kb && LcpS <= goal.LcpS;

    public bool IsSteadyAndAnswers => Cls <= MostCls && InpMs <= MostInpMs && TbtMs <= MostTbtMs;
}
