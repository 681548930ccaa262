namespace FilingApi.Data;

/// <summary>The stored answer of a write that carried an Idempotency-Key; written with its effect.</summary>
public sealed class AnswerRow
{
    public const int KeyLength = 200;

    public required string Account { get; init; }
    public required string Key { get; init; }
    public required string RequestHash { get; init; }
    public required int Status { get; init; }
    public required string ContentType { get; init; }
    public required string Body { get; init; }
    public string? ETag { get; init; }
    public required DateTimeOffset At { get; init; }
}
