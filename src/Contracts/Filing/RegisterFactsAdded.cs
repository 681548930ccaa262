using Contracts.Register;

namespace Contracts.Filing;

/// <summary>Facts were added to the register. Order and repetition do not matter: the worker gets the same copy.</summary>
public sealed record RegisterFactsAdded
{
    public required IReadOnlyList<RegisterFact> Facts { get; init; }
}
