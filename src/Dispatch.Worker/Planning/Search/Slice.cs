using System.Diagnostics;

namespace DispatchWorker.Planning.Search;

/// <summary>One worker's share of the budget: from one point of the whole search to another, both between 0 and 1.</summary>
internal readonly struct Slice
{
    public double From { get; init; }
    public double To { get; init; }

    /// <summary>Temperatures at its beginning and its end.</summary>
    public double Hot { get; init; }
    public double Cold { get; init; }

    /// <summary>Null when iterations count; then <see cref="Iterations"/> are the slice.</summary>
    public Stopwatch? Clock { get; init; }
    public double Seconds { get; init; }
    public long Iterations { get; init; }

    public double Progress(long done) =>
        Clock is null
            ? done >= Iterations
                ? To
                : From + (To - From) * done / Iterations
            : Clock.Elapsed.TotalSeconds / Seconds;

    public double Temperature(double progress) => Hot * Math.Pow(Cold / Hot, Math.Clamp((progress - From) / (To - From), 0, 1));
}
