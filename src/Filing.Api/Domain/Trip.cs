using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>One truck-trip, one line: planned, loaded, then received or rejected (R11). Volumes m³, weights kg.</summary>
public sealed class Trip : Subject, IOfTown
{
    public static readonly TimeSpan ReceiptTerm = TimeSpan.FromHours(4);
    public static readonly TimeSpan CorrectionTerm = TimeSpan.FromHours(24);
    private const decimal ToleranceShare = 0.10m;
    private const decimal ToleranceM3 = 0.5m;

    public required string Id { get; init; }

    /// <summary>Its filing's or order's.</summary>
    public required string Town { get; init; }
    public required string Number { get; init; }
    public required int N { get; init; }

    /// <summary>The plant that was filed or ordered.</summary>
    public required string FiledPlant { get; set; }
    public TripState State { get; private set; } = TripState.Planned;
    public string? Plate { get; private set; }
    public PlateColour? Colour { get; private set; }
    public DateTimeOffset? LoadedAt { get; private set; }
    public decimal? LoadedM3 { get; private set; }
    public string? LoadedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? ClosedBy { get; private set; }
    public string? Plant { get; private set; }
    public decimal? ReceivedM3 { get; private set; }
    public int? GrossKg { get; private set; }
    public int? TareKg { get; private set; }
    public int? NetKg { get; private set; }
    public string? RejectionReason { get; private set; }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<TripCorrection> Corrections { get; private set; } = [];

    protected override SubjectRef Self => new(SubjectKind.Trip, Id, Town);

    public static string IdOf(string number, int n) => $"{number}-{n}";

    public static Trip Plan(string town, string number, int n, string plant) =>
        new()
        {
            Id = IdOf(number, n),
            Town = town,
            Number = number,
            N = n,
            FiledPlant = plant,
        };

    /// <summary>Its filing was submitted again with another plant.</summary>
    public void Replan(string plant, Actor actor, DateTimeOffset now)
    {
        if (FiledPlant != plant)
        {
            FiledPlant = plant;
            Log("replan", actor, now);
        }
    }

    /// <summary>Its filing was submitted again with fewer trips.</summary>
    public void Drop(Actor actor, DateTimeOffset now) => Log("drop", actor, now);

    /// <param name="history">Of the trip's own filing or order: it alone lets a truck load.</param>
    /// <param name="truck">Who loads.</param>
    /// <param name="m3">What was pumped.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="now">The stamp: nothing is dated by its sender.</param>
    public Refusal? Load(History history, TruckKey truck, decimal m3, Actor actor, DateTimeOffset now)
    {
        if (State != TripState.Planned)
        {
            return Refusals.AlreadyLoaded.With();
        }

        if (!Judge.MayLoad(history, truck, now))
        {
            return Refusals.NoValidEntry.With();
        }

        State = TripState.Loaded;
        (Plate, Colour, LoadedAt, LoadedM3, LoadedBy) = (truck.Plate, truck.Colour, now, m3, actor.Account);
        Log("load", actor, now, new TimelineDetail { M3 = m3 });
        return null;
    }

    /// <summary>A stop of its order is done: the first loads it, each further adds to it (R11). The order has asked the register.</summary>
    public void AddLoad(TruckKey truck, decimal m3, Actor actor, DateTimeOffset now)
    {
        if (State is not (TripState.Planned or TripState.Loaded))
        {
            throw new InvalidOperationException($"Trip {Id} is {State} and a stop of its order was still open.");
        }

        State = TripState.Loaded;
        (Plate, Colour, LoadedAt, LoadedM3, LoadedBy) = (truck.Plate, truck.Colour, now, (LoadedM3 ?? 0) + m3, actor.Account);
        Log("load", actor, now, new TimelineDetail { M3 = m3 });
    }

    /// <summary>What stands against closing this trip at all; comes before any look at weights.</summary>
    public Refusal? MayClose() =>
        State switch
        {
            TripState.Planned => Refusals.NotLoaded.With(),
            TripState.Received => Refusals.AlreadyClosed.With("接收", "received"),
            TripState.Rejected => Refusals.AlreadyClosed.With("拒收", "rejected"),
            _ => null,
        };

    public void Receive(string plant, decimal m3, Weights weights, Actor actor, DateTimeOffset now)
    {
        State = TripState.Received;
        (Plant, ReceivedM3, GrossKg, TareKg, NetKg) = (plant, m3, weights.GrossKg, weights.TareKg, weights.LoadKg);
        (ClosedAt, ClosedBy) = (now, actor.Account);
        Log("receive", actor, now, new TimelineDetail { M3 = m3 });
    }

    public void Reject(string plant, string reason, Actor actor, DateTimeOffset now)
    {
        State = TripState.Rejected;
        (Plant, RejectionReason, ClosedAt, ClosedBy) = (plant, reason, now, actor.Account);
        Log("reject", actor, now, new TimelineDetail { Reason = reason });
    }

    /// <summary>What stands against correcting the receipt (R12).</summary>
    public Refusal? MayCorrectReceipt(DateTimeOffset now) => MayCorrect(State == TripState.Received ? ClosedAt : null, now);

    /// <summary>What stands against correcting what was loaded.</summary>
    public Refusal? MayCorrectLoading(DateTimeOffset now) => MayCorrect(LoadedAt, now);

    private static Refusal? MayCorrect(DateTimeOffset? at, DateTimeOffset now) =>
        at is null ? Refusals.NothingToCorrect.With()
        : now - at > CorrectionTerm ? Refusals.CorrectionTooLate.With()
        : null;

    /// <summary>What was written before stays beside it.</summary>
    public void CorrectReceipt(decimal m3, Weights weights, string reason, Actor actor, DateTimeOffset now)
    {
        var (was, given) = (new Measured(ReceivedM3, GrossKg, TareKg), new Measured(m3, weights.GrossKg, weights.TareKg));
        (ReceivedM3, GrossKg, TareKg, NetKg) = (m3, weights.GrossKg, weights.TareKg, weights.NetKg);
        Correct(new TripCorrection(IsOfReceipt: true, given, was, reason, now, actor.Account), actor);
    }

    public void CorrectLoading(decimal m3, string reason, Actor actor, DateTimeOffset now)
    {
        var was = new Measured(LoadedM3, null, null);
        LoadedM3 = m3;
        Correct(new TripCorrection(IsOfReceipt: false, new Measured(m3, null, null), was, reason, now, actor.Account), actor);
    }

    private void Correct(TripCorrection correction, Actor actor)
    {
        Corrections = [.. Corrections, correction];
        Log("correct", actor, correction.At, new TimelineDetail { M3 = correction.Given.M3, Reason = correction.Reason });
    }

    /// <summary>|received − loaded| over a tenth of the load or half a cubic metre, strictly, in exact decimals (R11).</summary>
    public bool IsVolumeMismatch =>
        LoadedM3 is { } loaded
        && ReceivedM3 is { } received
        && Math.Abs(received - loaded) > Math.Max(ToleranceShare * loaded, ToleranceM3);
}

/// <summary>A correction of a receipt or a loading: what it says, what stood there before, why, when and by whom.</summary>
public sealed record TripCorrection(bool IsOfReceipt, Measured Given, Measured Was, string Reason, DateTimeOffset At, string By);

/// <summary>m³ and kg.</summary>
public sealed record Measured(decimal? M3, int? Gross, int? Tare);
