using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>One act on one subject: who did what when, and what it changed. Entries are only added, and chained.</summary>
public sealed class TimelineEntry
{
    public long Id { get; init; }
    public required SubjectKind Subject { get; init; }
    public required string Key { get; init; }

    /// <summary>The subject's version after the act; 0 where the subject has none.</summary>
    public required int Seq { get; init; }
    public required string Act { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Account { get; init; }
    public required string Organisation { get; init; }
    public string? Town { get; init; }

    /// <summary>What people read of it.</summary>
    public TimelineDetail? Detail { get; init; }

    /// <summary>The columns it changed, as stored, as one JSON object, with those of its rows beneath; secrets as their hash. Rows
    /// can be recomputed from it.</summary>
    public string? Changes { get; set; }
}

public sealed record TimelineDetail
{
    public string? Code { get; init; }
    public string? Reason { get; init; }
    public string? Conditions { get; init; }
    public string? Words { get; init; }
    public string? Result { get; init; }
    public decimal? M3 { get; init; }
    public int? Stop { get; init; }
    public IReadOnlyList<string>? Defects { get; init; }
    public IReadOnlyList<Conflict>? Conflicts { get; init; }
}

/// <summary>Another entry or undecided filing of the same truck, at another site, sharing a moment (R6).</summary>
public sealed record Conflict(
    string Plate,
    PlateColour Colour,
    string Number,
    DateTimeOffset From,
    DateTimeOffset To,
    string Status,
    double DistanceM
);
