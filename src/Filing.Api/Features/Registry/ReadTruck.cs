using System.Text.Json.Serialization;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Features.Leads;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Registry;

/// <summary>
/// A truck and everything that is known of it as one line of time, the newest first. An enterprise and a hauler see what concerns them;
/// an office that does not see a filing itself learns of its times alone.
/// </summary>
public static class ReadTruck
{
    public const int PageSize = 50;
    private static readonly Role[] Everything = [Role.Station, Role.Supervisor];

    [JsonConverter(typeof(WireNameConverter<TruckEventKind>))]
    public enum TruckEventKind
    {
        Filing,
        Order,
        Run,
        Lead,
        Received,
        Rejected,
        Arrival,
    }

    /// <param name="At">When it happened; of a filing or order, when its window begins.</param>
    /// <param name="Until">Where it lasts: its end.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Id">Its number; null where the caller may not open it.</param>
    /// <param name="State">Where it stands, by its wire name.</param>
    /// <param name="Place">The site or the plant.</param>
    /// <param name="M3">m³.</param>
    public sealed record TruckEvent(
        DateTimeOffset At,
        DateTimeOffset? Until,
        TruckEventKind Kind,
        string? Id,
        string? State,
        string? Place,
        decimal? M3
    );

    /// <summary>Its place in the roster is null where it is on none. <c>next</c>: the moment that the next page comes before.</summary>
    public sealed record TruckView(
        string Plate,
        PlateColour Colour,
        RosterTruckView? Roster,
        IReadOnlyList<TruckEvent> Items,
        DateTimeOffset? Next
    );

    private sealed record Asked(TruckKey Truck, DateTimeOffset Before, DateTimeOffset Now, Caller Caller, bool IsOwner);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/trucks/{plate}/{colour}", Handle)
            .RequireAccess(
                nameof(ReadTruck),
                Role.Enterprise,
                Role.Hauler,
                Role.Station,
                Role.Squad,
                Role.Supervisor,
                Role.Centre,
                Role.Admin
            )
            .Takes(Parameter.Instant("before", "Only what happened before it: the `next` of the page before."))
            .Refuses(Refusals.NotFound)
            .Produces<TruckView>();

    public static async Task<Answer> Handle(
        string plate,
        string colour,
        HttpRequest http,
        FilingDb db,
        Caller caller,
        RegisterClock clock,
        CancellationToken cancel
    )
    {
        var query = new Query(http);
        var before = query.Instant("before");
        return query.Faults.Count > 0
            ? Answer.Refused(caller, query.Faults)
            : await Find(plate, colour, before, db, caller, clock.Now, cancel);
    }

    public static async Task<Answer> Find(
        string plate,
        string colour,
        DateTimeOffset? before,
        FilingDb db,
        Caller caller,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (!Plate.TryParse(plate, out var known) || !WireName<PlateColour>.TryParse(colour, out var seen))
        {
            return Answer.Refused(caller, Refusals.NotFound.With());
        }

        var key = new TruckKey(known.Value, seen);
        var truck = await db.Trucks.AsNoTracking().SingleOrDefaultAsync(row => row.Plate == key.Plate && row.Colour == key.Colour, cancel);
        var isOwner = truck?.Owner == caller.Organisation;
        if (caller.Role == Role.Hauler && !isOwner)
        {
            return Answer.Refused(caller, Refusals.NotFound.With());
        }

        var asked = new Asked(key, before ?? DateTimeOffset.MaxValue.AddDays(-2), now, caller, isOwner);
        List<TruckEvent> events =
        [
            .. await Filings(db, asked, cancel),
            .. await Orders(db, asked, cancel),
            .. await Leads(db, asked, cancel),
            .. await Receipts(db, asked, cancel),
            .. await Arrivals(db, asked, cancel),
        ];
        var newest = events.OrderByDescending(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
        var shown = newest.Take(PageSize).ToList();
        return Answer.Ok(
            new TruckView(
                key.Plate,
                key.Colour,
                truck is null ? null : RosterTruckView.Of(truck),
                shown,
                newest.Count > PageSize ? shown[^1].At : null
            )
        );
    }

    /// <summary>A competitor's plans are nobody's but the offices'; who may not open the filing learns when, not which and where.</summary>
    private static async Task<IEnumerable<TruckEvent>> Filings(FilingDb db, Asked asked, CancellationToken cancel)
    {
        var (truck, before, now, caller, _) = asked;
        var filings = db.Filings.AsNoTracking();
        filings = caller.Role switch
        {
            Role.Enterprise or Role.Station or Role.Supervisor => filings.VisibleTo(caller),
            Role.Hauler or Role.Admin => filings.Where(filing => filing.SubmittedAt != null),
            _ => filings.Where(filing => filing.SubmittedAt != null).InTownsOf(caller),
        };
        var rows = await filings
            .Where(filing =>
                filing.From < before
                && db.FilingTrucks.Any(named => named.Number == filing.Number && named.Plate == truck.Plate && named.Colour == truck.Colour)
            )
            .OrderByDescending(filing => filing.From)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        var isWhole = caller.Role == Role.Enterprise || Everything.Contains(caller.Role!.Value);
        return rows.Select(filing => new TruckEvent(
            filing.From,
            filing.To,
            TruckEventKind.Filing,
            isWhole ? filing.Number : null,
            filing.StatusAt(now).Wire(),
            isWhole || caller.Role == Role.Hauler ? filing.Body.Site.Name : null,
            isWhole || caller.Role == Role.Hauler ? filing.Body.M3 : null
        ));
    }

    private static async Task<IEnumerable<TruckEvent>> Orders(FilingDb db, Asked asked, CancellationToken cancel)
    {
        var (truck, before, _, caller, _) = asked;
        if (caller.Role is Role.Enterprise)
        {
            return [];
        }

        var (orders, organisation) = (db.Orders.AsNoTracking(), caller.Organisation);
        orders = caller.Role switch
        {
            Role.Hauler => orders.Where(order => order.Hauler == organisation),
            Role.Admin => orders,
            _ => orders.InTownsOf(caller),
        };
        var rows = await orders
            .Where(order => order.Plate == truck.Plate && order.Colour == truck.Colour && order.From < before)
            .OrderByDescending(order => order.From)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        var isWhole = caller.Role is Role.Centre or Role.Hauler or Role.Supervisor;
        return rows.Select(order => new TruckEvent(
            order.From,
            order.To,
            TruckEventKind.Order,
            isWhole ? order.Number : null,
            order.Status.Wire(),
            isWhole ? string.Join('、', order.Stops.OrderBy(stop => stop.K).Select(stop => stop.Section).Distinct()) : null,
            null
        ));
    }

    private static async Task<IEnumerable<TruckEvent>> Leads(FilingDb db, Asked asked, CancellationToken cancel)
    {
        var (truck, before, _, caller, _) = asked;
        if (!LeadQueries.Offices.Contains(caller.Role!.Value))
        {
            return [];
        }

        var rows = await db
            .Leads.AsNoTracking()
            .VisibleTo(caller)
            .Where(lead => lead.Plate == truck.Plate && (lead.Colour == truck.Colour || lead.Colour == null) && lead.RaisedAt < before)
            .OrderByDescending(lead => lead.RaisedAt)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        return rows.Select(lead => new TruckEvent(
            lead.RaisedAt,
            null,
            lead.Run is null ? TruckEventKind.Lead : TruckEventKind.Run,
            lead.Run is null ? lead.Id : lead.Run.Id.ToString(),
            lead.Run is null ? lead.Status.Wire() : lead.RunStatus.Wire(),
            caller.Say((lead.Kind.Row().Zh, lead.Kind.Row().En)),
            null
        ));
    }

    private static async Task<IEnumerable<TruckEvent>> Receipts(FilingDb db, Asked asked, CancellationToken cancel)
    {
        var (truck, before, _, caller, _) = asked;
        var (trips, organisation) = (db.Trips.AsNoTracking(), caller.Organisation);
        trips = caller.Role switch
        {
            Role.Enterprise => trips.Where(trip =>
                db.Filings.Any(filing => filing.Number == trip.Number && filing.Enterprise == organisation)
            ),
            Role.Hauler or Role.Admin => trips,
            _ => trips.InTownsOf(caller),
        };
        var rows = await trips
            .Where(trip => trip.Plate == truck.Plate && trip.Colour == truck.Colour && trip.ClosedAt != null && trip.ClosedAt < before)
            .OrderByDescending(trip => trip.ClosedAt)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        var isWhole = caller.Role == Role.Enterprise || Everything.Contains(caller.Role!.Value);
        return rows.Select(trip => new TruckEvent(
            trip.ClosedAt!.Value,
            null,
            trip.State == TripState.Received ? TruckEventKind.Received : TruckEventKind.Rejected,
            isWhole ? trip.Number : null,
            null,
            trip.Plant,
            trip.ReceivedM3
        ));
    }

    /// <summary>Loads that came without a trip are the offices' matter, and the hauler's own.</summary>
    private static async Task<IEnumerable<TruckEvent>> Arrivals(FilingDb db, Asked asked, CancellationToken cancel)
    {
        var (truck, before, _, caller, isOwner) = asked;
        var arrivals = db.Arrivals.AsNoTracking();
        if (caller.Role == Role.Enterprise)
        {
            return [];
        }

        arrivals = isOwner || caller.Role == Role.Admin ? arrivals : arrivals.InTownsOf(caller);
        var rows = await arrivals
            .Where(arrival =>
                arrival.Plate == truck.Plate && (arrival.Colour == truck.Colour || arrival.Colour == null) && arrival.At < before
            )
            .OrderByDescending(arrival => arrival.At)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        return rows.Select(arrival => new TruckEvent(
            arrival.At,
            null,
            TruckEventKind.Arrival,
            arrival.Number,
            null,
            arrival.Plant,
            arrival.M3
        ));
    }
}
