using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>A municipal order (R9): one truck, one trip, stops in order, then one plant; one entry in the register.</summary>
public sealed class Order : Subject, IOfTown
{
    public const double SiteRadiusM = 300;
    public static readonly TimeSpan LongestTrip = TimeSpan.FromHours(24);
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(60);

    public required string Number { get; init; }
    public required string Town { get; init; }
    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }
    public required string Hauler { get; init; }
    public required string Plant { get; init; }
    public required DateTimeOffset Departure { get; init; }
    public required DateTimeOffset Return { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required List<OrderStop> Stops { get; init; }

    /// <summary>The last result of <see cref="OrderMoves.Of"/>, to be filtered by.</summary>
    public OrderStatus Status { get; private set; } = OrderStatus.Published;
    public int FactSeq { get; private set; } = 1;
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }
    public string? DeclineReason { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelReason { get; private set; }

    /// <summary>When its trip was received or rejected.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    protected override SubjectRef Self => new(SubjectKind.Order, Number, Town);

    public TruckKey Truck => new(Plate, Colour);
    public string Trip => Domain.Trip.IdOf(Number, 1);
    public bool HasBegun => Stops.Exists(stop => stop.BegunAt is not null);
    public bool HasOpenStop => Stops.Exists(stop => stop.IsOpen);

    /// <summary>It occupies its truck no more.</summary>
    public bool IsOver => CancelledAt is not null || DeclinedAt is not null || ClosedAt is not null;

    /// <summary>The truck may be out from half an hour before departure to an hour after the return.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) WindowOf(DateTimeOffset departure, DateTimeOffset @return) =>
        (departure - Before, @return + After);

    /// <summary>A live stop holds its share of the job; one that has begun stays live whatever becomes of its order.</summary>
    public bool IsLive(OrderStop stop) =>
        stop.State is StopState.Begun or StopState.Done || (stop.State == StopState.Planned && CancelledAt is null && DeclinedAt is null);

    public RegisterFact ToFact(Plant plant) =>
        new(
            Number,
            1,
            FactKind.Ordered,
            PublishedAt,
            new Permission
            {
                From = From,
                To = To,
                Emergency = false,
                Trucks = [Truck],
                Sites = [.. Stops.OrderBy(stop => stop.K).Select(stop => new Area(stop.Point, SiteRadiusM)).Distinct()],
                Plant = plant.Area,
                PlantCode = plant.Code,
                Town = Town,
            }
        );

    public Refusal? Confirm(Actor actor, DateTimeOffset now)
    {
        if (Refuse(OrderAct.Confirm) is { } refusal)
        {
            return refusal;
        }

        ConfirmedAt = now;
        Note("confirm", actor, now);
        return null;
    }

    public (Refusal?, RegisterFact?) Decline(string reason, Actor actor, DateTimeOffset now)
    {
        if (Refuse(OrderAct.Decline) is { } refusal)
        {
            return (refusal, null);
        }

        (DeclinedAt, DeclineReason) = (now, reason);
        Note("decline", actor, now, new TimelineDetail { Reason = reason });
        return (null, EndEntry(now));
    }

    public (Refusal?, RegisterFact?) Cancel(string reason, Actor actor, DateTimeOffset now)
    {
        if (Status == OrderStatus.Cancelled)
        {
            return (Refusals.OrderCancelled.With(), null);
        }

        if (Refuse(OrderAct.Cancel) is { } refusal)
        {
            return (refusal, null);
        }

        if (To < now)
        {
            return (Refusals.OrderOver.With(), null);
        }

        (CancelledAt, CancelReason) = (now, reason);
        Note("cancel", actor, now, new TimelineDetail { Reason = reason });
        return (null, EndEntry(now));
    }

    /// <param name="stop">The stop that begins.</param>
    /// <param name="job">Its job.</param>
    /// <param name="history">The order's own: it alone lets the truck work.</param>
    /// <param name="entry">Asked for in a confined space.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="now">The stamp.</param>
    public IReadOnlyList<Refusal> Begin(OrderStop stop, Job job, History history, ConfinedEntry entry, Actor actor, DateTimeOffset now)
    {
        if ((Refuse(OrderAct.Begin) ?? Refuse(stop, StopAct.Begin)) is { } refusal)
        {
            return [refusal];
        }

        if (Stops.Where(other => other.K < stop.K && other.IsOpen).MinBy(other => other.K) is { } before)
        {
            return [Refusals.StopOutOfOrder.With(before.K)];
        }

        if (job.CancelledAt is not null)
        {
            return [Refusals.JobTakenBack.With(job.Id)];
        }

        if (!Judge.MayLoad(history, Truck, now))
        {
            return [Refusals.NoValidEntry.With()];
        }

        if (job.ConfinedSpace && entry.Faults(now) is { Count: > 0 } faults)
        {
            return faults;
        }

        (stop.State, stop.BegunAt, stop.Entry) = (StopState.Begun, now, job.ConfinedSpace ? entry : null);
        ConfirmedAt ??= now;
        Note("begin", actor, now, new TimelineDetail { Stop = stop.K, Words = stop.Entry?.ToWords() });
        return [];
    }

    public Refusal? Finish(OrderStop stop, decimal m3, int? mudDepthMm, Actor actor, DateTimeOffset now)
    {
        if ((Refuse(OrderAct.Finish) ?? Refuse(stop, StopAct.Finish)) is { } refusal)
        {
            return refusal;
        }

        (stop.State, stop.DoneAt, stop.DoneM3, stop.MudDepthMm) = (StopState.Done, now, m3, mudDepthMm);
        Note("done", actor, now, new TimelineDetail { Stop = stop.K, M3 = m3 });
        return null;
    }

    public Refusal? Skip(OrderStop stop, string reason, Actor actor, DateTimeOffset now)
    {
        if ((Refuse(OrderAct.Skip) ?? Refuse(stop, StopAct.Skip)) is { } refusal)
        {
            return refusal;
        }

        (stop.State, stop.SkipReason) = (StopState.Skipped, reason);
        Note("skip", actor, now, new TimelineDetail { Stop = stop.K, Reason = reason });
        return null;
    }

    /// <summary>The plant has received or rejected the load: what was not done is skipped.</summary>
    /// <returns>The stops that were skipped by it.</returns>
    public IReadOnlyList<OrderStop> Close(Actor actor, DateTimeOffset now)
    {
        if (!OrderMoves.Allows(Status, OrderAct.Close))
        {
            throw new InvalidOperationException($"The trip of {Number} was loaded although the order is {Status}.");
        }

        var open = Stops.Where(stop => stop.IsOpen).ToList();
        foreach (var stop in open)
        {
            stop.State = StopState.Skipped;
        }

        ClosedAt = now;
        Note("close", actor, now);
        return open;
    }

    private Refusal? Refuse(OrderAct act) =>
        OrderMoves.Allows(Status, act) ? null : Refusals.WrongOrderMove.With(OrderMoves.Zh(Status), Status.Wire());

    private static Refusal? Refuse(OrderStop stop, StopAct act) =>
        StopMoves.Allows(stop.State, act)
            ? null
            : Refusals.WrongStopMove.With(
                stop.K,
                StopMoves.Zh(stop.State),
                StopMoves.Words(act).Zh,
                stop.State.Wire(),
                StopMoves.Words(act).En
            );

    /// <summary>An entry that has run out has ended by itself: there is nothing to supersede.</summary>
    private RegisterFact? EndEntry(DateTimeOffset now) =>
        To >= now ? new RegisterFact(Number, ++FactSeq, FactKind.Cancelled, now, null) : null;

    private void Note(string act, Actor actor, DateTimeOffset now, TimelineDetail? detail = null)
    {
        Status = OrderMoves.Of(this);
        Log(act, actor, now, detail);
    }
}
