using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<OrderStatus>))]
public enum OrderStatus
{
    Published,
    Working,
    Done,
    Accepted,
    Returned,
    Declined,
    Cancelled,
}

/// <summary>What the hauler and the centre do with a published order; cancelling is apart, it has its own bounds.</summary>
public enum OrderAct
{
    Accept,
    Decline,
    Finish,
    Approve,
    Return,
}

/// <summary>A municipal trip ordered by hand: one truck, one trip, one entry (R9). Volume m³.</summary>
public sealed class Order : Subject, IOfTown
{
    public const double SiteRadiusM = 300;
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(60);

    public required string Number { get; init; }
    public required string Town { get; init; }

    /// <summary>The job it was given out with; null: the work stands in the order alone.</summary>
    public string? Job { get; init; }
    public required string Section { get; init; }
    public required decimal M3 { get; init; }
    public required int WorkMinutes { get; init; }
    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }
    public required string Hauler { get; init; }
    public required double Lat { get; init; }
    public required double Lon { get; init; }
    public required string Plant { get; init; }
    public required DateTimeOffset Departure { get; init; }
    public required DateTimeOffset Return { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public OrderStatus Status { get; private set; } = OrderStatus.Published;
    public int FactSeq { get; private set; } = 1;
    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelReason { get; private set; }
    public DateTimeOffset? MovedAt { get; private set; }

    /// <summary>Why it was declined or sent back.</summary>
    public string? MoveReason { get; private set; }

    protected override SubjectRef Self => new(SubjectKind.Order, Number, Town);

    public TruckKey Truck => new(Plate, Colour);
    public GeoPoint Site => new(Lat, Lon);

    /// <summary>The truck may be out from half an hour before departure to an hour after the return.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) WindowOf(DateTimeOffset departure, DateTimeOffset @return) =>
        (departure - Before, @return + After);

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
                Sites = [new Area(Site, SiteRadiusM)],
                Plant = plant.Area,
                PlantCode = plant.Code,
                Town = Town,
            }
        );

    public (Refusal?, RegisterFact?) Cancel(string reason, Actor actor, DateTimeOffset now)
    {
        if (Status == OrderStatus.Cancelled)
        {
            return (Refusals.OrderCancelled.With(), null);
        }

        if (Status is not (OrderStatus.Published or OrderStatus.Working))
        {
            return (Refusals.WrongOrderMove.With(Status.Wire()), null);
        }

        if (To < now)
        {
            return (Refusals.OrderOver.With(), null);
        }

        (Status, CancelledAt, CancelReason) = (OrderStatus.Cancelled, now, reason);
        Log("cancel", actor, now, new TimelineDetail { Reason = reason });
        return (null, new RegisterFact(Number, ++FactSeq, FactKind.Cancelled, now, null));
    }

    /// <summary>R9: published → working → done → accepted; published → declined; done → returned → done. Declining ends the entry.</summary>
    public (Refusal?, RegisterFact?) Move(OrderAct act, string? reason, Actor actor, DateTimeOffset now)
    {
        OrderStatus? next = (Status, act) switch
        {
            (OrderStatus.Published, OrderAct.Accept) => OrderStatus.Working,
            (OrderStatus.Published, OrderAct.Decline) => OrderStatus.Declined,
            (OrderStatus.Working or OrderStatus.Returned, OrderAct.Finish) => OrderStatus.Done,
            (OrderStatus.Done, OrderAct.Approve) => OrderStatus.Accepted,
            (OrderStatus.Done, OrderAct.Return) => OrderStatus.Returned,
            _ => null,
        };
        if (next is not { } status)
        {
            return (Refusals.WrongOrderMove.With(Status.Wire()), null);
        }

        (Status, MovedAt, MoveReason) = (status, now, reason);
        Log(act.ToString().ToLowerInvariant(), actor, now, new TimelineDetail { Reason = reason });

        // An entry that has run out has ended by itself: there is nothing to supersede.
        return (
            null,
            status == OrderStatus.Declined && To >= now ? new RegisterFact(Number, ++FactSeq, FactKind.Cancelled, now, null) : null
        );
    }
}
