using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Features.Orders;

public sealed record OrderView(
    string Number,
    OrderStatus Status,
    int Version,
    string? Job,
    string Section,
    decimal M3,
    int Minutes,
    string Plate,
    PlateColour Colour,
    string Hauler,
    GeoPoint Point,
    string Plant,
    DateTimeOffset Departure,
    DateTimeOffset Return,
    DateTimeOffset From,
    DateTimeOffset To,
    string Trip,
    DateTimeOffset? CancelledAt,
    string? CancelReason,
    DateTimeOffset? MovedAt,
    string? MoveReason,
    IReadOnlyList<Conflict>? Conflicts
)
{
    public static OrderView Of(Order order, IReadOnlyList<Conflict>? conflicts = null) =>
        new(
            order.Number,
            order.Status,
            order.Version,
            order.Job,
            order.Section,
            order.M3,
            order.WorkMinutes,
            order.Plate,
            order.Colour,
            order.Hauler,
            order.Site,
            order.Plant,
            order.Departure,
            order.Return,
            order.From,
            order.To,
            Domain.Trip.IdOf(order.Number, 1),
            order.CancelledAt,
            order.CancelReason,
            order.MovedAt,
            order.MoveReason,
            conflicts
        );
}
