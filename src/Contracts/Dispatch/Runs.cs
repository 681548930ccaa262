using Contracts.Register;

namespace Contracts.Dispatch;

/// <summary>An unregistered run as it stands (R5), but for its sightings. The highest <c>Version</c> counts.</summary>
public sealed record RunSnapshot
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }

    /// <summary>Of its first sighting when it was announced; it stays.</summary>
    public required string Town { get; init; }
    public required string Plate { get; init; }
    public required PlateColour? Colour { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset First { get; init; }
    public required DateTimeOffset Last { get; init; }

    /// <summary>Distinct codes in order of first appearance.</summary>
    public required IReadOnlyList<VerdictCode> Codes { get; init; }
}

/// <summary>
/// What became of an announced run. Of one run and one sighting the highest version says whether it belongs to it, so a run of
/// thousands is not told anew with each of them.
/// </summary>
public sealed record RunUpdate
{
    public required RunSnapshot Run { get; init; }

    /// <summary>Ids of sightings that came in with this version, in ordinal order; with the first one all.</summary>
    public required IReadOnlyList<string> Joined { get; init; }

    /// <summary>Ids of sightings that belong to it no more. A run that ends keeps those it had.</summary>
    public required IReadOnlyList<string> Left { get; init; }

    /// <summary>Null while it goes on.</summary>
    public required RunEnd? End { get; init; }
}

/// <summary>No red sighting is left, or the run became part of an older one.</summary>
/// <param name="At">When.</param>
/// <param name="JoinedInto">The older one.</param>
public sealed record RunEnd(DateTimeOffset At, Guid? JoinedInto);

/// <summary>Announced runs of one batch or one fact: new ones whose grace time is over, changed ones, ended ones.</summary>
public sealed record RunsUpdated
{
    public required IReadOnlyList<RunUpdate> Runs { get; init; }
}
