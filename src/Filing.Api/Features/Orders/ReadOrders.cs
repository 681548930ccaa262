using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Orders;

/// <summary>Orders, newest first: the centre's towns', a hauler's own; and one of them with its conflicts and timeline.</summary>
public static class ReadOrders
{
    private static readonly Paging<Order> Pages = Paging<Order>.NewestFirst(order => order.PublishedAt, order => order.Number);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/orders", Handle)
            .RequireAccess("ListOrders", Role.Centre, Role.Hauler, Role.Supervisor)
            .Takes(
                Parameter.Option<OrderStatus>("status", "Where the order is."),
                Parameter.Day("date", "The day of the planned departure."),
                Parameter.Cursor
            )
            .Produces<Page<OrderView>>();
        api.MapGet("/orders/{number}", HandleOne)
            .RequireAccess("ReadOrder", Role.Centre, Role.Hauler, Role.Supervisor)
            .Refuses(Refusals.NotFound)
            .Produces<OrderView>();
    }

    public static async Task<Answer> Handle(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel)
    {
        var query = new Query(http);
        var (status, day, cursor) = (query.Option<OrderStatus>("status"), query.Day("date"), query.Cursor());
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var orders = db.Orders.AsNoTracking().VisibleTo(caller);
        if (status is not null)
        {
            orders = orders.Where(order => order.Status == status);
        }

        if (day is { } date)
        {
            var (from, until) = (ChinaTime.At(date), ChinaTime.At(date.AddDays(1)));
            orders = orders.Where(order => order.Departure >= from && order.Departure < until);
        }

        return Answer.Ok(await Pages.Page(orders, cursor, order => OrderView.Of(order), cancel));
    }

    public static async Task<Answer> HandleOne(string number, FilingDb db, Caller caller, CancellationToken cancel)
    {
        if (await db.OrderFor(caller, number, cancel) is not { } order)
        {
            return Answer.Refused(caller, Refusals.NotFound.With());
        }

        var sites = order.Stops.ConvertAll(stop => stop.Point);
        var conflicts = order.IsOver ? [] : await db.ConflictsOf(order.Truck, order.From, order.To, sites, number, cancel);
        var timeline = await db.TimelineOf(order, cancel);
        return Answer.Ok(
            OrderView.Of(
                order,
                [.. conflicts.Select(conflict => Shown(conflict, caller))],
                timeline: [.. timeline.Select(entry => TimelineView.Of(entry, conflict => Shown(conflict, caller)))]
            ),
            order.Version
        );
    }

    /// <summary>A hauler learns that its truck is booked and when, not under which number of somebody else's.</summary>
    private static Conflict Shown(Conflict conflict, Caller caller) =>
        caller.Role == Role.Hauler ? conflict with { Number = "" } : conflict;
}
