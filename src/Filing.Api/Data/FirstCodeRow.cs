namespace FilingApi.Data;

/// <summary>The one-time code: only its hash is kept, until it is used.</summary>
public sealed class FirstCodeRow
{
    public const int TheOnlyId = 1;

    public int Id { get; init; } = TheOnlyId;
    public required byte[] Hash { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}
