using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>Something to be looked into (R11, R12). What a person found is never changed by the system.</summary>
public sealed class Lead : Subject, IOfTown
{
    /// <summary>"Due again in 3 working days, twice at most, then the supervisor decides."</summary>
    public const int MostUnclear = 2;
    private const int UnclearDays = 3;

    /// <summary>Kind and natural key: raising it twice is raising it once.</summary>
    public required string Id { get; init; }
    public required LeadKind Kind { get; init; }

    /// <summary>The trip, arrival or run it is about.</summary>
    public required string Of { get; init; }
    public required string Town { get; init; }
    public string? Plate { get; init; }
    public PlateColour? Colour { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }
    public required int CheckDays { get; init; }
    public required int CloseDays { get; init; }
    public string Department { get; private set; } = "";

    /// <summary>Until when it is to be checked, or closed once it is checked; null until the calendar is imported (R8).</summary>
    public DateTimeOffset? DueAt { get; private set; }
    public LeadStatus Status { get; private set; } = LeadStatus.Open;

    /// <summary>The latest finding; the system's where nobody has checked it.</summary>
    public CheckResult? Result { get; private set; }
    public string? Words { get; private set; }
    public string? CheckedBy { get; private set; }
    public DateTimeOffset? CheckedAt { get; private set; }
    public int UnclearTimes { get; private set; }

    /// <summary>Of an unregistered run: the run as last said.</summary>
    public LeadRun? Run { get; private set; }

    /// <summary>The older run that it became part of.</summary>
    public Guid? JoinedInto { get; private set; }

    /// <summary>When a fact came that contradicts what a person found.</summary>
    public DateTimeOffset? ContradictedAt { get; private set; }

    /// <summary>The fact; of a run that was joined, the older run.</summary>
    public string? ContradictedBy { get; private set; }

    protected override SubjectRef Self => new(SubjectKind.Lead, Id, Town);

    public bool IsCheckedByPerson => CheckedBy is not null && CheckedBy != Actor.System.Account;

    public bool IsOverdueAt(DateTimeOffset now) => Status != LeadStatus.Closed && DueAt < now;

    public RunStatus RunStatus =>
        Status == LeadStatus.Open ? RunStatus.Open
        : IsCheckedByPerson ? RunStatus.Checked
        : JoinedInto is null ? RunStatus.Cleared
        : RunStatus.Joined;

    public static string IdOf(LeadKind kind, string of) => $"{kind.Wire()}-{of}";

    public static Lead Raise(LeadKind kind, string of, string town, TruckSeen truck, DateTimeOffset at, Charge charge, WorkingDays days)
    {
        var lead = new Lead
        {
            Id = IdOf(kind, of),
            Kind = kind,
            Of = of,
            Town = town,
            Plate = truck.Plate,
            Colour = truck.Colour,
            RaisedAt = at,
            CheckDays = charge.CheckDays,
            CloseDays = charge.CloseDays,
            Department = charge.Department,
        };
        lead.DueAt = lead.DueBy(days);
        lead.Begin("raise", Actor.System, at);
        return lead;
    }

    public Refusal? Check(CheckResult result, string? words, bool isSupervisor, WorkingDays days, Actor actor, DateTimeOffset now)
    {
        if (Status == LeadStatus.Closed)
        {
            return Refusals.RunClosed.With();
        }

        if (result == CheckResult.Unclear && UnclearTimes >= MostUnclear && !isSupervisor)
        {
            return Refusals.SupervisorDecides.With();
        }

        Status = result switch
        {
            CheckResult.True => LeadStatus.Checked,
            CheckResult.False => LeadStatus.Closed,
            _ => LeadStatus.Open,
        };
        UnclearTimes += result == CheckResult.Unclear ? 1 : 0;
        (Result, Words, CheckedBy, CheckedAt) = (result, words, actor.Account, now);
        DueAt = DueBy(days);
        Log("check", actor, now, new TimelineDetail { Result = result.Wire(), Words = words });
        return null;
    }

    public Refusal? Assign(string department, string reason, Actor actor, DateTimeOffset now)
    {
        if (Status == LeadStatus.Closed)
        {
            return Refusals.LeadAlreadyClosed.With();
        }

        Department = department;
        Log("assign", actor, now, new TimelineDetail { Code = department, Reason = reason });
        return null;
    }

    /// <summary>The calendar it waited for is there.</summary>
    public void SetDue(WorkingDays days, DateTimeOffset now)
    {
        if (DueAt is null && DueBy(days) is { } due)
        {
            DueAt = due;
            Remark("due", now);
        }
    }

    /// <summary>
    /// Takes the newest of what is said of its run; an older one changes nothing. An unchecked lead ends with its run and opens again
    /// with it; beside what a person found, its end is only noted. True: a person's finding is contradicted now.
    /// </summary>
    public bool Follow(LeadRun run, LeadRunEnd? end)
    {
        if (Run is not null && run.Version <= Run.Version)
        {
            return false;
        }

        Run = run;
        if (IsCheckedByPerson)
        {
            return end is not null && Contradict(end.At, end.JoinedInto?.ToString());
        }

        if (end is not null)
        {
            Close(end);
        }
        else if (Status == LeadStatus.Closed)
        {
            // A run that was cleared and is seen red again (a fact came late).
            (Status, JoinedInto, Result, Words, CheckedBy, CheckedAt) = (LeadStatus.Open, null, null, null, null, null);
            Log("reopen", Actor.System, run.Last);
        }

        return false;
    }

    private void Close(LeadRunEnd end)
    {
        (Status, JoinedInto, Result, CheckedBy, CheckedAt) = (
            LeadStatus.Closed,
            end.JoinedInto,
            CheckResult.False,
            Actor.System.Account,
            end.At
        );
        Words = end.JoinedInto is { } older
            ? $"已并入较早的 {IdOf(Kind, older.ToString())} / part of the older one"
            : "后到的登记事实说明该车当时已备案 / a fact that came late shows the truck was on record";
        Log(end.JoinedInto is null ? "clear" : "join", Actor.System, end.At, new TimelineDetail { Words = Words });
    }

    private bool Contradict(DateTimeOffset at, string? by)
    {
        (ContradictedAt, ContradictedBy) = (at, by);
        Remark("contradict", at, new TimelineDetail { Reason = by });
        return true;
    }

    private DateTimeOffset? DueBy(WorkingDays days) =>
        (Status, Result) switch
        {
            (LeadStatus.Closed, _) => DueAt,
            (LeadStatus.Checked, _) => days.DueAt(RaisedAt, CloseDays),
            (_, CheckResult.Unclear) => days.DueAt(CheckedAt!.Value, UnclearDays),
            _ => days.DueAt(RaisedAt, CheckDays),
        };
}

/// <summary>The plate as seen, and its colour where it was.</summary>
public sealed record TruckSeen(string? Plate, PlateColour? Colour);
