using System.Diagnostics;

namespace DispatchWorker.Planning.Search;

/// <summary>One annealer's share of the budget, from one point of the whole search to another; both are between 0 and 1.</summary>
internal readonly struct Slice
{
    public double From { get; init; }
    public double To { get; init; }

    /// <summary>Temperature at its beginning; <see cref="Cold"/> is the one at its end.</summary>
    public double Hot { get; init; }
    public double Cold { get; init; }

    /// <summary>Null with an iteration budget; then the slice has <see cref="Iterations"/>.</summary>
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
