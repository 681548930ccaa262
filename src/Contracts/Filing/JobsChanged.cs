using Contracts.Register;

namespace Contracts.Filing;

/// <summary>
/// The present state of municipal jobs (R9), keyed by id. The highest version counts; order and repetition do not matter.
/// </summary>
public sealed record JobsChanged
{
    public required IReadOnlyList<PlanningJob> Jobs { get; init; }
}

/// <summary>A job as planning needs it. Volumes in m³.</summary>
public sealed record PlanningJob
{
    public required string Id { get; init; }

    /// <summary>Rises with every change of the job and of the volume its stops cover.</summary>
    public required int Version { get; init; }
    public required string Town { get; init; }
    public required string Section { get; init; }
    public required GeoPoint Point { get; init; }
    public required decimal M3 { get; init; }

    /// <summary>The volume no live stop covers yet; 0 when none of it may be planned.</summary>
    public required decimal LeftM3 { get; init; }

    /// <summary>Work on site for the whole volume.</summary>
    public required int Minutes { get; init; }

    /// <summary>Wire name: <c>dredging</c>, <c>flushing</c> or <c>pumping</c>.</summary>
    public required string Kind { get; init; }
    public required bool Urgent { get; init; }

    /// <summary>Bounds of its start; without any it belongs to every day from <c>ReportedAt</c> on.</summary>
    public required DateTimeOffset? Earliest { get; init; }
    public required DateTimeOffset? Latest { get; init; }

    /// <summary>The bounds are hard.</summary>
    public required bool Hard { get; init; }
    public required IReadOnlyList<string> Equipment { get; init; }
    public required IReadOnlyList<string> Crew { get; init; }
    public required bool ConfinedSpace { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
}
