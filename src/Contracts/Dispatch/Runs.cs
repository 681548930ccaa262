using Contracts.Register;

namespace Contracts.Dispatch;

/// <summary>The present state of an unregistered run (R5), without its sightings. The highest <c>Version</c> counts.</summary>
public sealed record RunSnapshot
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }

    /// <summary>The town of its first sighting when it was announced; it does not change.</summary>
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
/// A change of an announced run. For a run and a sighting, the highest version that names both decides whether the sighting belongs to
/// the run, so that a run of thousands is not sent whole each time.
/// </summary>
public sealed record RunUpdate
{
    public required RunSnapshot Run { get; init; }

    /// <summary>Ids of sightings added in this version, in ordinal order; the first version has all.</summary>
    public required IReadOnlyList<string> Joined { get; init; }

    /// <summary>Ids of sightings removed in this version. A run that ends keeps its sightings.</summary>
    public required IReadOnlyList<string> Left { get; init; }

    /// <summary>Null while the run is open.</summary>
    public required RunEnd? End { get; init; }
}

/// <summary>Why and when a run ended: no red sighting is left, or it was joined into an older run.</summary>
/// <param name="At">The moment it ended.</param>
/// <param name="JoinedInto">The older run.</param>
public sealed record RunEnd(DateTimeOffset At, Guid? JoinedInto);

/// <summary>Changes of announced runs by one batch or one fact: runs whose grace time is over, changed runs, ended runs.</summary>
public sealed record RunsUpdated
{
    public required IReadOnlyList<RunUpdate> Runs { get; init; }
}
