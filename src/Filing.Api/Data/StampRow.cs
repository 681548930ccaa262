namespace FilingApi.Data;

/// <summary>The writer's last stamp, kept across restarts (R2).</summary>
public sealed class StampRow
{
    public const int TheOnlyId = 1;

    public int Id { get; init; } = TheOnlyId;
    public required DateTimeOffset Last { get; set; }

    /// <summary>Rises with every change of trucks, organisations, plants, towns or calendars: other processes then reload them.</summary>
    public int Roster { get; init; }
}
