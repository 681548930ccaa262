namespace DispatchWorker.Planning.Model;

/// <summary>Where one more job would go in a finished plan, in the problem's units.</summary>
/// <param name="Truck">The truck that takes it; of a split job, the one that takes its last visit.</param>
/// <param name="Start">When the work begins.</param>
/// <param name="Home">When that truck is back at its depot.</param>
/// <param name="Plant">Where its load is emptied; empty when it comes home with it.</param>
internal sealed record Insertion(string Truck, double Start, double Home, string Plant)
{
    /// <summary>All trucks that share the job when it is split.</summary>
    public HashSet<string> Trucks { get; init; } = [];
}
