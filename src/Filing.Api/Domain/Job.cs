using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<JobStatus>))]
public enum JobStatus
{
    Reported,
    Planned,
    Published,
    Working,
    Done,
    Accepted,
    Returned,
}

[JsonConverter(typeof(WireNameConverter<Priority>))]
public enum Priority
{
    Normal,
    Urgent,
}

/// <summary>A municipal pipe job (R9): where, how much, how soon. Volume m³.</summary>
public sealed class Job : Subject
{
    public required string Id { get; init; }
    public required string Town { get; init; }
    public required string Section { get; init; }
    public required double Lat { get; init; }
    public required double Lon { get; init; }
    public required decimal M3 { get; init; }
    public required int WorkMinutes { get; init; }
    public DateTimeOffset? Earliest { get; init; }
    public DateTimeOffset? Latest { get; init; }
    public required IReadOnlyList<string> Equipment { get; init; }
    public string? Note { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public required string ReportedBy { get; init; }

    /// <summary>The inspection that found it; null: reported by hand.</summary>
    public long? Finding { get; init; }
    public required Priority Priority { get; set; }
    public JobStatus Status { get; private set; } = JobStatus.Reported;

    protected override SubjectRef Self => new(SubjectKind.Job, Id, Town);

    public GeoPoint Point => new(Lat, Lon);

    public Refusal? MakeUrgent(Actor actor, DateTimeOffset now)
    {
        if (Status is not (JobStatus.Reported or JobStatus.Planned))
        {
            return Refusals.JobGivenOut.With();
        }

        Priority = Priority.Urgent;
        Log("urgent", actor, now);
        return null;
    }

    /// <summary>Given out with an order: only what waits for one.</summary>
    public Refusal? GiveOut(Actor actor, DateTimeOffset now)
    {
        if (Status is not (JobStatus.Reported or JobStatus.Planned))
        {
            return Refusals.JobGivenOut.With();
        }

        Follow(OrderStatus.Published, actor, now);
        return null;
    }

    /// <summary>A declined or cancelled order leaves the job as it was reported (R9).</summary>
    public void Follow(OrderStatus order, Actor actor, DateTimeOffset now)
    {
        Status = order switch
        {
            OrderStatus.Published => JobStatus.Published,
            OrderStatus.Working => JobStatus.Working,
            OrderStatus.Done => JobStatus.Done,
            OrderStatus.Accepted => JobStatus.Accepted,
            OrderStatus.Returned => JobStatus.Returned,
            OrderStatus.Declined or OrderStatus.Cancelled => JobStatus.Reported,
            _ => throw new InvalidOperationException($"No job follows an order that is {order}."),
        };
        Log("follow", actor, now);
    }
}

/// <summary>What an inspection found at a point of the pipes.</summary>
public sealed class Finding
{
    public long Id { get; init; }
    public required string Town { get; init; }
    public required string Section { get; init; }
    public required double Lat { get; init; }
    public required double Lon { get; init; }
    public required string Observed { get; init; }
    public string? Photo { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Account { get; init; }
}
