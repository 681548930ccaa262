using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Travel;

/// <summary>Time and distance between every two places, in the problem's units; the two directions may differ.</summary>
public interface ITravelTimes
{
    /// <returns>Both tables are [from place][to place].</returns>
    (double[][] Time, double[][] Distance) Table(Problem problem, CancellationToken cancel = default);

    /// <summary>One pair of places, for problems whose tables would be too large.</summary>
    (double Time, double Distance) Between(Problem problem, int from, int to);

    /// <summary>What the plan should say about these times, or null.</summary>
    string? Note { get; }
}
