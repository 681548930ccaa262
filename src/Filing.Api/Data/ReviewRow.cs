using FilingApi.Domain;

namespace FilingApi.Data;

/// <summary>A row of a station's inbox: a filing that waits for it, by the messages received (R8).</summary>
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
