using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Features.Filings;

namespace FilingApi.Features.Orders;

/// <summary>
/// An order as centre and hauler see it. Conflicts where it was published or asked for alone, warnings where it was
/// published.
/// </summary>
public sealed record OrderView(
    string Number,
    OrderStatus Status,
    int Version,
    string Town,
    string Plate,
    PlateColour Colour,
    string Hauler,
    string Plant,
    DateTimeOffset Departure,
    DateTimeOffset Return,
    DateTimeOffset From,
    DateTimeOffset To,
    decimal M3,
    IReadOnlyList<OrderStopView> Stops,
    bool ToMend,
    string Trip,
    DateTimeOffset? ConfirmedAt,
    string? DeclineReason,
    DateTimeOffset? CancelledAt,
    string? CancelReason,
    IReadOnlyList<Conflict>? Conflicts,
    IReadOnlyList<OrderWarning>? Warnings,
    IReadOnlyList<TimelineView>? Timeline
)
{
    public static OrderView Of(
        Order order,
        IReadOnlyList<Conflict>? conflicts = null,
        IReadOnlyList<OrderWarning>? warnings = null,
        IReadOnlyList<TimelineView>? timeline = null
    ) =>
        new(
            order.Number,
            order.Status,
            order.Version,
            order.Town,
            order.Plate,
            order.Colour,
            order.Hauler,
            order.Plant,
            order.Departure,
            order.Return,
            order.From,
            order.To,
            order.Stops.Sum(stop => stop.M3),
            [.. order.Stops.OrderBy(stop => stop.K).Select(OrderStopView.Of)],
            ToMend: false,
            order.Trip,
            order.ConfirmedAt,
            order.DeclineReason,
            order.CancelledAt,
            order.CancelReason,
            conflicts,
            warnings,
            timeline
        );
}

public sealed record OrderStopView(
    int K,
    string Job,
    string Section,
    GeoPoint Point,
    decimal M3,
    int Minutes,
    StopState State,
    DateTimeOffset? BegunAt,
    DateTimeOffset? DoneAt,
    decimal? DoneM3,
    int? MudDepth,
    string? SkipReason
)
{
    public static OrderStopView Of(OrderStop stop) =>
        new(
            stop.K,
            stop.Job,
            stop.Section,
            stop.Point,
            stop.M3,
            stop.WorkMinutes,
            stop.State,
            stop.BegunAt,
            stop.DoneAt,
            stop.DoneM3,
            stop.MudDepthMm,
            stop.SkipReason
        );
}
