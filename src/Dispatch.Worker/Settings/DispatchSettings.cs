namespace DispatchWorker.Settings;

/// <summary>How the worker is set up.</summary>
/// <param name="Store">Path of its SQLite file, or the connection string of a SQL Server with the schema <c>dispatch</c>.</param>
/// <param name="Durable">False only for a replay's throw-away folder.</param>
public sealed record DispatchSettings(string Store, bool Durable = true)
{
    /// <summary>From the opening of a run to its announcement (R5).</summary>
    public TimeSpan RunGrace { get; init; } = TimeSpan.FromSeconds(60);
}
