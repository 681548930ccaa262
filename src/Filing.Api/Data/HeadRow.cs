namespace FilingApi.Data;

/// <summary>The head of a closed day: written with the first link of a later day, kept when the day's rows are deleted.</summary>
public sealed class HeadRow
{
    public required string Book { get; init; }
    public required DateOnly Day { get; init; }
    public required int Links { get; init; }
    public required byte[] Hash { get; init; }
    public required string Algorithm { get; init; }

    /// <summary>When the day's rows were deleted at the end of their retention; null while they exist.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}
