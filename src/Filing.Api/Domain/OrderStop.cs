using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>A stop of an order, in driving order from 1: a job's share, at its point. Volume m³, work in minutes.</summary>
public sealed class OrderStop
{
    public required string Number { get; init; }
    public required int K { get; init; }
    public required string Job { get; init; }
    public required string Section { get; init; }
    public required double Lat { get; init; }
    public required double Lon { get; init; }

    /// <summary>The share of the job's volume. A stop that is done counts it, whatever was pumped.</summary>
    public required decimal M3 { get; init; }
    public required int WorkMinutes { get; init; }
    public StopState State { get; internal set; } = StopState.Planned;
    public DateTimeOffset? BegunAt { get; internal set; }
    public DateTimeOffset? DoneAt { get; internal set; }
    public decimal? DoneM3 { get; internal set; }

    /// <summary>Depth of the mud that was left, mm.</summary>
    public int? MudDepthMm { get; internal set; }
    public string? SkipReason { get; internal set; }

    /// <summary>With what it was begun in a confined space.</summary>
    public ConfinedEntry? Entry { get; internal set; }

    public GeoPoint Point => new(Lat, Lon);
    public bool IsOpen => State is StopState.Planned or StopState.Begun;

    /// <summary>The minutes of work that belong to a share of a job.</summary>
    public static int MinutesOf(Job job, decimal m3) => (int)Math.Max(1, Math.Ceiling(job.WorkMinutes * m3 / job.M3));
}
