using Contracts.Register;

namespace Contracts.Dispatch;

/// <summary>An unregistered run as it stands (R5). The highest <c>Version</c> counts.</summary>
public sealed record RunSnapshot
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Plate { get; init; }
    public required PlateColour? Colour { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset First { get; init; }
    public required DateTimeOffset Last { get; init; }

    /// <summary>Ids in ordinal order.</summary>
    public required IReadOnlyList<string> Sightings { get; init; }

    /// <summary>Distinct codes in order of first appearance.</summary>
    public required IReadOnlyList<VerdictCode> Codes { get; init; }
}

/// <summary>A run is announced, its grace time being over.</summary>
public sealed record RunOpened
{
    public required RunSnapshot Run { get; init; }
}

/// <summary>An announced run changed: sightings came late, or some were cleared.</summary>
public sealed record RunGrew
{
    public required RunSnapshot Run { get; init; }
}

/// <summary>An announced run has no red sighting left, or became part of an older one (<c>JoinedInto</c>).</summary>
public sealed record RunCleared
{
    public required RunSnapshot Run { get; init; }
    public required Guid? JoinedInto { get; init; }
    public required DateTimeOffset ClearedAt { get; init; }
}
