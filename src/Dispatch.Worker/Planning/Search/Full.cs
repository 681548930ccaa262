using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>All that the fast evaluation does not know: interrupted time, limits of plants that trucks share, and prices beyond
/// distance. Days of such problems are walked stop by stop (<see cref="Timeline"/>).</summary>
internal sealed record Full(Interruptions Interruptions, PlantLimits Plants, Prices Prices)
{
    /// <summary>Null when nothing in the problem needs it.</summary>
    public static Full? For(Problem problem, List<JobVisit> visits, Scales scales, CancellationToken cancel)
    {
        var needed = Prices.Needed(problem) || PlantLimits.Needed(problem) || Interruptions.Needed(problem);
        return needed
            ? new Full(
                Interruptions.Of(problem, scales),
                PlantLimits.Of(problem, visits, scales),
                Prices.Of(problem, visits, scales, cancel)
            )
            : null;
    }
}
