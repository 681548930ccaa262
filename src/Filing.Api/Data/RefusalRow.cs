namespace FilingApi.Data;

/// <summary>An attempt to file hazardous waste: who, when, and the given manifest number (R6).</summary>
public sealed class RefusalRow
{
    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Enterprise { get; init; }
    public required string Code { get; init; }
    public string? Manifest { get; init; }
}
