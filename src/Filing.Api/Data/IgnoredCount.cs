namespace FilingApi.Data;

/// <summary>The only record of ignored sightings (R4).</summary>
public sealed class IgnoredCount
{
    public required DateOnly Day { get; init; }
    public required string Account { get; init; }
    public required int Count { get; set; }
}
