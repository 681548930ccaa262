using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Orders;

/// <summary>Orders, newest first: the centre's town's, a hauler's own.</summary>
public static class ListOrders
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/orders", Handle)
            .RequireAccess("ListOrders", Role.Centre, Role.Hauler, Role.Supervisor)
            .Takes(Parameter.Cursor)
            .Produces<Page<OrderView>>();

    public static async Task<Answer> Handle(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel)
    {
        var query = new Query(http);
        var cursor = query.Cursor();
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var orders = db.Orders.AsNoTracking();
        orders =
            caller.Role == Role.Hauler
                ? orders.Where(order => order.Hauler == caller.Organisation)
                : orders.Where(order => caller.Town == null || order.Town == caller.Town);
        if (cursor is { At: var at, Key: var key })
        {
            orders = orders.Where(order => order.PublishedAt < at || (order.PublishedAt == at && order.Number.CompareTo(key) < 0));
        }

        var rows = await orders
            .OrderByDescending(order => order.PublishedAt)
            .ThenByDescending(order => order.Number)
            .Take(Cursor.PageSize + 1)
            .ToListAsync(cancel);
        return Answer.Ok(Cursor.Page(rows, order => new Cursor(order.PublishedAt, order.Number), order => OrderView.Of(order)));
    }
}
