using Contracts.Register;

namespace Contracts.Filing;

/// <summary>One batch of accepted sightings (R4), as settled at arrival.</summary>
public sealed record SightingsReported
{
    public required DateTimeOffset ArrivedAt { get; init; }
    public required IReadOnlyList<Sighting> Sightings { get; init; }
}

/// <summary>
/// An accepted sighting. <c>Colour</c> is the observed one; otherwise the colour of the roster's only truck with the plate at arrival,
/// or null.
/// </summary>
public sealed record Sighting
{
    /// <summary>Our id. The sender's id is unique only within its account.</summary>
    public required string Id { get; init; }
    public required string Account { get; init; }
    public required string SenderId { get; init; }

    /// <summary>The town of the account's organisation at arrival.</summary>
    public required string Town { get; init; }
    public required string Plate { get; init; }
    public required PlateColour? Colour { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Activity Activity { get; init; }
    public required GeoPoint? Point { get; init; }

    /// <summary>Confidence below 0.80: a person has to review it before it is judged.</summary>
    public required bool Doubtful { get; init; }
}

/// <summary>
/// A person reviewed a doubtful sighting and confirmed its plate: it is judged like any other. Its batch may arrive later than this
/// message.
/// </summary>
public sealed record SightingConfirmed
{
    public required Sighting Sighting { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public required DateTimeOffset ConfirmedAt { get; init; }
}
