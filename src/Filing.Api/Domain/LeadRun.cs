using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>The run of a lead as the worker last told it (R5). The highest <c>Version</c> counts.</summary>
public sealed record LeadRun
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Town { get; init; }
    public required string Plate { get; init; }
    public required PlateColour? Colour { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset First { get; init; }
    public required DateTimeOffset Last { get; init; }

    /// <summary>Distinct codes in order of first appearance.</summary>
    public required IReadOnlyList<VerdictCode> Codes { get; init; }
}

/// <summary>No red sighting is left, or the run became part of an older one.</summary>
/// <param name="At">When.</param>
/// <param name="JoinedInto">The older one.</param>
public sealed record LeadRunEnd(DateTimeOffset At, Guid? JoinedInto);
