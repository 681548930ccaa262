using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>清淤, 疏通, 抽排.</summary>
[JsonConverter(typeof(WireNameConverter<JobKind>))]
public enum JobKind
{
    Dredging,
    Flushing,
    Pumping,
}

[JsonConverter(typeof(WireNameConverter<Priority>))]
public enum Priority
{
    Normal,
    Urgent,
}

/// <summary>
/// What the centre says about a job. Volume m³, work in minutes; <c>Earliest</c> and <c>Latest</c> are the bounds of its
/// start.
/// </summary>
public sealed record JobBody
{
    public required string Section { get; init; }
    public required GeoPoint Point { get; init; }
    public required decimal M3 { get; init; }
    public required int Minutes { get; init; }
    public JobKind Kind { get; init; }
    public Priority Priority { get; init; }
    public DateTimeOffset? Earliest { get; init; }
    public DateTimeOffset? Latest { get; init; }

    /// <summary>The bounds may not be missed.</summary>
    public bool Hard { get; init; }
    public IReadOnlyList<string> Equipment { get; init; } = [];
    public IReadOnlyList<string> Crew { get; init; } = [];
    public bool ConfinedSpace { get; init; }
    public string? Note { get; init; }
}
