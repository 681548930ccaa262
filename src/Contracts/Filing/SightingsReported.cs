using Contracts.Register;

namespace Contracts.Filing;

/// <summary>One batch of accepted sightings (R4), as they were settled at arrival.</summary>
public sealed record SightingsReported
{
    public required DateTimeOffset ArrivedAt { get; init; }
    public required IReadOnlyList<Sighting> Sightings { get; init; }
}

/// <summary>
/// An accepted sighting. <c>Colour</c> is the seen one, else that of the roster's only truck of the plate at arrival, else null.
/// </summary>
public sealed record Sighting
{
    /// <summary>Its id inside. The sender's is unique within its account only.</summary>
    public required string Id { get; init; }
    public required string Account { get; init; }
    public required string SenderId { get; init; }

    /// <summary>Of the account's organisation at arrival.</summary>
    public required string Town { get; init; }
    public required string Plate { get; init; }
    public required PlateColour? Colour { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Activity Activity { get; init; }
    public required GeoPoint? Point { get; init; }

    /// <summary>Below 0.80 a person has to look before anything is judged.</summary>
    public required bool Doubtful { get; init; }
}

/// <summary>
/// A person looked at a doubtful sighting and found its plate read rightly: it is judged like any other. The batch it came in may
/// arrive later than this.
/// </summary>
public sealed record SightingConfirmed
{
    public required Sighting Sighting { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public required DateTimeOffset ConfirmedAt { get; init; }
}
