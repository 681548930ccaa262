using FilingApi.Domain;

namespace FilingApi.Data;

/// <summary>A station's inbox: what waits for it, as the bus told (R8).</summary>
public sealed class ReviewRow : IOfTown
{
    public required string Number { get; init; }
    public required string Town { get; set; }
    public required int Version { get; set; }
    public required string Kind { get; set; }
    public required bool Emergency { get; set; }
    public required DateTimeOffset SubmittedAt { get; set; }
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    public string? Outcome { get; set; }
}
