namespace Contracts.Delivery;

/// <summary>Something that falls due. Kind and key together are its name: setting it again moves it.</summary>
public sealed class DeadlineRow
{
    public const int KindLength = 40;
    public const int KeyLength = 100;

    public required string Kind { get; init; }
    public required string Key { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? ParkedAt { get; set; }
    public string? LastError { get; set; }
}
