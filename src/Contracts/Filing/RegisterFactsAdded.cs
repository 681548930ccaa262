using Contracts.Register;

namespace Contracts.Filing;

/// <summary>Facts were added to the register; any order and any repetition give the worker the same copy.</summary>
public sealed record RegisterFactsAdded
{
    public required IReadOnlyList<RegisterFact> Facts { get; init; }
}
