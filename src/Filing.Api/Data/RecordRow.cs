using FilingApi.Domain;

namespace FilingApi.Data;

/// <summary>An officer's note and photo of a sighting, stored once and deleted with it.</summary>
public sealed class RecordRow : IOfTown
{
    /// <summary>Our id of the sighting.</summary>
    public required string Id { get; init; }
    public required string Account { get; init; }
    public required string Town { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Note { get; init; }
    public byte[]? Photo { get; init; }
    public byte[]? PhotoHash { get; init; }
}
