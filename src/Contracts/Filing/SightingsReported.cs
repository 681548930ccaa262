using Contracts.Register;

namespace Contracts.Filing;

/// <summary>One batch of accepted sightings (R4), as they were settled at arrival.</summary>
public sealed record SightingsReported
{
    public required DateTimeOffset ArrivedAt { get; init; }
    public required IReadOnlyList<Sighting> Sightings { get; init; }
}

/// <summary>An accepted sighting. <c>Colour</c> is the seen one, else that of the roster's only truck of the plate at arrival, else null.</summary>
public sealed record Sighting
{
    public required string Id { get; init; }
    public required string Plate { get; init; }
    public required PlateColour? Colour { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Activity Activity { get; init; }
    public required GeoPoint? Point { get; init; }

    /// <summary>Below 0.80 a person has to look before anything is judged.</summary>
    public required bool Doubtful { get; init; }
}
