namespace DispatchWorker.Planning.Model;

/// <summary>How long to search: by the clock, or by iterations. The same problem, seed, threads and iterations give the same
/// plan.</summary>
public sealed record Budget
{
    public TimeSpan? Time { get; init; }

    /// <summary>Over all threads together.</summary>
    public long? Iterations { get; init; }
    public int Threads { get; init; } = 1;
    public ulong Seed { get; init; } = 1;
}
