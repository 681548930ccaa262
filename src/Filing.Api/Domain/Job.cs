using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>
/// A municipal pipe job (R9): where, how much, how soon. Its state is derived from its stops (<see cref="JobMoves"/>).
/// Volume m³.
/// </summary>
public sealed class Job : Subject, IOfTown
{
    public required string Id { get; init; }
    public required string Town { get; init; }
    public string Section { get; private set; } = "";
    public double Lat { get; private set; }
    public double Lon { get; private set; }
    public decimal M3 { get; private set; }
    public int WorkMinutes { get; private set; }
    public JobKind Kind { get; private set; }
    public Priority Priority { get; private set; }
    public DateTimeOffset? Earliest { get; private set; }
    public DateTimeOffset? Latest { get; private set; }
    public bool Hard { get; private set; }
    public IReadOnlyList<string> Equipment { get; private set; } = [];
    public IReadOnlyList<string> Crew { get; private set; } = [];
    public bool ConfinedSpace { get; private set; }
    public string? Note { get; private set; }
    public required DateTimeOffset ReportedAt { get; init; }
    public required string ReportedBy { get; init; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelReason { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Depth of the mud that the acceptance measured, mm.</summary>
    public int? MudDepthMm { get; private set; }
    public DateTimeOffset? ReturnedAt { get; private set; }
    public string? ReturnReason { get; private set; }

    /// <summary>
    /// How many of its stops were done when it was last sent back; null: never was. Moments can be equal, counts only grow.
    /// </summary>
    public int? DoneAtReturn { get; private set; }

    /// <summary>m³ that returns have opened again, beside the volume itself.</summary>
    public decimal ReopenedM3 { get; private set; }

    /// <summary>The last results of <see cref="JobMoves.Of"/>, to be filtered by.</summary>
    public JobStatus Status { get; private set; } = JobStatus.Reported;
    public decimal LeftM3 { get; private set; }

    protected override SubjectRef Self => new(SubjectKind.Job, Id, Town);

    public GeoPoint Point => new(Lat, Lon);

    public static Job Report(string id, string town, JobBody body, Actor actor, DateTimeOffset now)
    {
        var job = new Job
        {
            Id = id,
            Town = town,
            ReportedAt = now,
            ReportedBy = actor.Account,
        };
        job.Take(body);
        job.LeftM3 = job.M3;
        job.Begin("report", actor, now);
        return job;
    }

    public Refusal? Change(JobBody body, IReadOnlyCollection<LiveStop> live, Actor actor, DateTimeOffset now)
    {
        if (Refuse(JobAct.Change) is { } refusal)
        {
            return refusal;
        }

        // After a return some of it is done already: that stays.
        if (body.M3 + ReopenedM3 < live.Sum(stop => stop.M3))
        {
            return Refusals.JobGivenOut.At("/m3");
        }

        Take(body);
        Derive("change", live, actor, now);
        return null;
    }

    public Refusal? MakeUrgent(Actor actor, DateTimeOffset now)
    {
        if (Refuse(JobAct.MakeUrgent) is { } refusal)
        {
            return refusal;
        }

        Priority = Priority.Urgent;
        Log("urgent", actor, now);
        return null;
    }

    /// <summary>Its published stops stay in their orders, where they can no longer begin.</summary>
    public Refusal? Cancel(string reason, IReadOnlyCollection<LiveStop> live, Actor actor, DateTimeOffset now)
    {
        if (Refuse(JobAct.Cancel) is { } refusal)
        {
            return refusal;
        }

        (CancelledAt, CancelReason) = (now, reason);
        Derive("cancel", live, actor, now, new TimelineDetail { Reason = reason });
        return null;
    }

    public Refusal? Accept(int? mudDepthMm, IReadOnlyCollection<LiveStop> live, Actor actor, DateTimeOffset now)
    {
        if (Refuse(JobAct.Accept) is { } refusal)
        {
            return refusal;
        }

        (AcceptedAt, MudDepthMm) = (now, mudDepthMm);
        Derive("accept", live, actor, now);
        return null;
    }

    /// <param name="reason">What is not in order.</param>
    /// <param name="m3">The volume that is open again; null: all.</param>
    /// <param name="live">Its live stops.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="now">The stamp.</param>
    public Refusal? Return(string reason, decimal? m3, IReadOnlyCollection<LiveStop> live, Actor actor, DateTimeOffset now)
    {
        if (Refuse(JobAct.Return) is { } refusal)
        {
            return refusal;
        }

        if (m3 > M3)
        {
            return Refusals.NumberRange.At("/m3", 0.001m, M3, 3);
        }

        (ReturnedAt, ReturnReason, ReopenedM3) = (now, reason, ReopenedM3 + (m3 ?? M3));
        DoneAtReturn = live.Count(stop => stop.State == StopState.Done);
        Derive("return", live, actor, now, new TimelineDetail { Reason = reason, M3 = m3 ?? M3 });
        return null;
    }

    /// <summary>What stands against giving out a share of it.</summary>
    public Refusal? MayGiveOut() => JobMoves.Allows(Status, JobAct.GiveOut) && LeftM3 > 0 ? null : Refusals.JobGivenOut.With();

    /// <summary>Something became of its stops.</summary>
    public void Follow(string act, TimelineDetail detail, IReadOnlyCollection<LiveStop> live, Actor actor, DateTimeOffset now) =>
        Derive(act, live, actor, now, detail);

    private Refusal? Refuse(JobAct act) =>
        JobMoves.Allows(Status, act)
            ? null
            : Refusals.WrongJobMove.With(JobMoves.Zh(Status), JobMoves.Words(act).Zh, Status.Wire(), JobMoves.Words(act).En);

    private void Take(JobBody body)
    {
        (Section, Lat, Lon, M3, WorkMinutes) = (body.Section, body.Point.Lat, body.Point.Lon, body.M3, body.Minutes);
        (Kind, Priority, Earliest, Latest, Hard) = (body.Kind, body.Priority, body.Earliest, body.Latest, body.Hard);
        (Equipment, Crew, ConfinedSpace, Note) = (body.Equipment, body.Crew, body.ConfinedSpace, body.Note);
    }

    private void Derive(string act, IReadOnlyCollection<LiveStop> live, Actor actor, DateTimeOffset now, TimelineDetail? detail = null)
    {
        (Status, LeftM3) = JobMoves.Of(this, live);
        Log(act, actor, now, detail);
    }
}
