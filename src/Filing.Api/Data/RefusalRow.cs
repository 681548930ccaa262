namespace FilingApi.Data;

/// <summary>Hazardous waste was offered for filing: who, when, and the manifest number they gave (R6).</summary>
public sealed class RefusalRow
{
    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Enterprise { get; init; }
    public required string Code { get; init; }
    public string? Manifest { get; init; }
}
