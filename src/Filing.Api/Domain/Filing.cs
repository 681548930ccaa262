using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>A filing (报备) and its states (R7). Acts return null when done, else the refusal, and then nothing has changed.</summary>
public sealed class Filing : Subject, IOfTown
{
    /// <summary>What the system does to a filing, beside the acts of people.</summary>
    public const string Escalated = "escalate";
    public const string DueSet = "set-due";
    private readonly List<RegisterFact> _newFacts = [];

    public required string Number { get; init; }
    public required string CheckWord { get; init; }
    public required string Town { get; init; }
    public required string Enterprise { get; init; }
    public FilingStatus Status { get; private set; } = FilingStatus.Draft;
    public FilingBody Body { get; private set; } = null!;

    /// <summary>What was put in while the filing was returned; takes effect only with an accepted submission.</summary>
    public FilingBody? PendingBody { get; private set; }

    /// <summary>Name, village and address of the site as one text, to be searched.</summary>
    public string Place { get; private set; } = "";
    public DateTimeOffset From { get; private set; }
    public DateTimeOffset To { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Due moment of the latest submission; stays after the decision (R8).</summary>
    public DateTimeOffset? DueAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public DateTimeOffset? EscalatedAt { get; private set; }
    public int FactSeq { get; private set; }
    public List<FilingTruck> Trucks { get; } = [];

    protected override SubjectRef Self => new(SubjectKind.Filing, Number, Town);

    /// <summary>The state as people see it at a moment: expiry is computed, never swept.</summary>
    public FilingStatus StatusAt(DateTimeOffset now) => Status == FilingStatus.Recorded && To < now ? FilingStatus.Expired : Status;

    /// <summary>Still undecided at some moment after the due moment (R8).</summary>
    public bool IsOverdueAt(DateTimeOffset now) => DueAt is { } due && (DecidedAt ?? now) > due;

    public static Filing Draft(string number, string checkWord, string town, string enterprise, FilingBody body, DateTimeOffset now)
    {
        var filing = new Filing
        {
            Number = number,
            CheckWord = checkWord,
            Town = town,
            Enterprise = enterprise,
            CreatedAt = now,
        };
        filing.Take(body);
        return filing;
    }

    /// <summary>A draft changes at once; what is put into a returned filing is kept aside.</summary>
    public Refusal? Edit(FilingBody body, Actor actor, DateTimeOffset now)
    {
        if (NotAllowed(FilingAct.Edit, now) is { } refusal)
        {
            return refusal;
        }

        if (Status == FilingStatus.Draft)
        {
            Take(body);
        }
        else
        {
            PendingBody = body;
        }

        Log(FilingAct.Edit, actor, now);
        return null;
    }

    /// <summary>The body that a submission would put forward.</summary>
    public FilingBody ProposedBody => PendingBody ?? Body;

    /// <param name="permission">What R3 needs of the proposed body.</param>
    /// <param name="dueAt">R8; null while the calendar is missing.</param>
    /// <param name="actor">Who submits.</param>
    /// <param name="now">The stamp.</param>
    public Refusal? Submit(Permission permission, DateTimeOffset? dueAt, Actor actor, DateTimeOffset now)
    {
        if (NotAllowed(FilingAct.Submit, now) is { } refusal)
        {
            return refusal;
        }

        Take(ProposedBody);
        PendingBody = null;
        Status = FilingStatus.Submitted;
        SubmittedAt = now;
        DecidedAt = null;
        EscalatedAt = null;
        DueAt = dueAt;
        Add(FactKind.Submitted, now, permission);
        Log(FilingAct.Submit, actor, now);
        return null;
    }

    /// <param name="conditions">What the station adds, if anything.</param>
    /// <param name="overrideReason">Needed where there are conflicts (R6).</param>
    /// <param name="conflicts">As they stand at this moment.</param>
    /// <param name="actor">Who records.</param>
    /// <param name="now">The stamp.</param>
    public Refusal? Record(string? conditions, string? overrideReason, IReadOnlyList<Conflict> conflicts, Actor actor, DateTimeOffset now)
    {
        if (NotAllowed(FilingAct.Record, now) is { } refusal)
        {
            return refusal;
        }

        if (To < now)
        {
            return Refusals.WindowOver.With();
        }

        if (conflicts.Count > 0 && string.IsNullOrWhiteSpace(overrideReason))
        {
            return Refusals.ConflictWithoutReason.With(string.Join(", ", conflicts.Select(conflict => conflict.Number).Distinct()));
        }

        Decide(FilingStatus.Recorded, FactKind.Recorded, now);
        Log(
            FilingAct.Record,
            actor,
            now,
            new TimelineDetail
            {
                Conditions = conditions,
                Reason = overrideReason,
                Conflicts = conflicts.Count > 0 ? conflicts : null,
            }
        );
        return null;
    }

    public Refusal? Return(IReadOnlyList<string> defects, Actor actor, DateTimeOffset now)
    {
        if (NotAllowed(FilingAct.Return, now) is { } refusal)
        {
            return refusal;
        }

        Decide(FilingStatus.Returned, FactKind.Returned, now);
        Log(FilingAct.Return, actor, now, new TimelineDetail { Defects = defects });
        return null;
    }

    public Refusal? Refuse(string? code, string reason, Actor actor, DateTimeOffset now)
    {
        if (NotAllowed(FilingAct.Refuse, now) is { } refusal)
        {
            return refusal;
        }

        Decide(FilingStatus.Refused, FactKind.Refused, now);
        Log(FilingAct.Refuse, actor, now, new TimelineDetail { Code = code, Reason = reason });
        return null;
    }

    public Refusal? Withdraw(Actor actor, DateTimeOffset now)
    {
        if (NotAllowed(FilingAct.Withdraw, now) is { } refusal)
        {
            return refusal;
        }

        PendingBody = null;
        Decide(FilingStatus.Withdrawn, FactKind.Withdrawn, now);
        Log(FilingAct.Withdraw, actor, now);
        return null;
    }

    public Refusal? Revoke(string reason, Actor actor, DateTimeOffset now)
    {
        if (NotAllowed(FilingAct.Revoke, now) is { } refusal)
        {
            return refusal;
        }

        Decide(FilingStatus.Revoked, FactKind.Revoked, now);
        Log(FilingAct.Revoke, actor, now, new TimelineDetail { Reason = reason });
        return null;
    }

    /// <summary>The last of its trips was received; all entries end at this moment (R7), also after the window.</summary>
    public Refusal? Complete(Actor actor, DateTimeOffset now)
    {
        if (NotAllowed(FilingAct.Complete, now) is { } refusal)
        {
            return refusal;
        }

        Status = FilingStatus.Completed;
        Add(FactKind.Completed, now, null);
        Log(FilingAct.Complete, actor, now);
        return null;
    }

    /// <summary>Undecided at its due moment: shown to the supervisor from then on (R8).</summary>
    public void Escalate(DateTimeOffset dueAt)
    {
        if (Status == FilingStatus.Submitted && DueAt == dueAt)
        {
            EscalatedAt = dueAt;
            Remark(Escalated, dueAt);
        }
    }

    /// <summary>The calendar of its year was imported: what could not be said then is said now.</summary>
    public void SetDue(DateTimeOffset dueAt, DateTimeOffset now)
    {
        DueAt ??= dueAt;
        Remark(DueSet, now);
    }

    /// <summary>The facts of this act, once.</summary>
    public IReadOnlyList<RegisterFact> TakeNewFacts()
    {
        RegisterFact[] facts = [.. _newFacts];
        _newFacts.Clear();
        return facts;
    }

    private Refusal? NotAllowed(FilingAct act, DateTimeOffset now)
    {
        var status = StatusAt(now);
        if (FilingMoves.Allows(status, act))
        {
            return null;
        }

        var (zh, en) = FilingMoves.Words(act);
        return Refusals.WrongMove.With(FilingMoves.Zh(status), zh, status.Wire(), en);
    }

    private void Decide(FilingStatus status, FactKind kind, DateTimeOffset now)
    {
        if (Status == FilingStatus.Submitted)
        {
            DecidedAt = now;
        }

        Status = status;
        Add(kind, now, null);
    }

    private void Take(FilingBody body)
    {
        Body = body;
        Place = PlaceOf(body.Site);
        From = body.From;
        To = body.To;
        Trucks.RemoveAll(known => body.Trucks.All(truck => truck.Key != known.Key));
        Trucks.AddRange(
            body.Trucks.Where(truck => Trucks.All(known => known.Key != truck.Key))
                .Select(truck => new FilingTruck
                {
                    Number = Number,
                    Plate = truck.Plate,
                    Colour = truck.Colour,
                })
        );
        foreach (var truck in Trucks)
        {
            (truck.From, truck.To) = (From, To);
        }
    }

    private static string PlaceOf(FilingSite site) => string.Join(' ', new[] { site.Name, site.Village, site.Address }.OfType<string>());

    private void Add(FactKind kind, DateTimeOffset now, Permission? body) =>
        _newFacts.Add(new RegisterFact(Number, ++FactSeq, kind, now, body));

    private void Log(FilingAct act, Actor actor, DateTimeOffset now, TimelineDetail? detail = null) => Log(act.Wire(), actor, now, detail);
}
