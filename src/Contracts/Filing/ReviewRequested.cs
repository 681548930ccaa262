namespace Contracts.Filing;

/// <summary>
/// A filing was submitted, for the first time or again. The station of <c>Town</c> has to decide it by <c>DueAt</c> (null: no calendar
/// yet, R8).
/// </summary>
public sealed record ReviewRequested
{
    public required string Number { get; init; }

    /// <summary>The filing's version at the submission: a later one replaces an earlier one.</summary>
    public required int Version { get; init; }
    public required string Town { get; init; }
    public required string Kind { get; init; }
    public required bool Emergency { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
}

/// <summary>A filing no longer waits for its station: it was recorded, returned, refused or withdrawn.</summary>
public sealed record ReviewEnded
{
    public required string Number { get; init; }
    public required int Version { get; init; }
    public required string Town { get; init; }
    public required string Outcome { get; init; }
    public required DateTimeOffset EndedAt { get; init; }
}
