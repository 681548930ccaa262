using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Trips;

/// <summary>What a plant's gate has to reckon with: what is on its way, and what may still come within a day.</summary>
public static class ReadGate
{
    private const int Most = 200;
    private const int MostPlates = 10;
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(24);

    /// <summary>Trips that may still be loaded are counted per filing or order: nobody knows yet which truck takes which.</summary>
    public sealed record Expected(
        string Number,
        string? Enterprise,
        string Site,
        IReadOnlyList<TruckRef> Trucks,
        DateTimeOffset From,
        DateTimeOffset To,
        decimal M3,
        int Trips
    );

    public sealed record OnTheWay(TripView Trip, string Site);

    /// <summary>What the gate has done with a load; without its trip where it came without one.</summary>
    public sealed record Done(DateTimeOffset At, string Plate, PlateColour? Colour, decimal? M3, TripView? Trip, string? Arrival);

    public sealed record View(IReadOnlyList<OnTheWay> Coming, IReadOnlyList<Expected> Expected, IReadOnlyList<Done> Today);

    /// <summary>A trip that a truck may still load: it has a filing or an order, and nothing in the tank by what was said.</summary>
    public sealed record NotLoaded(string Number, string Site, DateTimeOffset From, DateTimeOffset To, int Trips);

    public static async Task<View> Find(string plant, FilingDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var until = now + Ahead;
        var loaded = await db
            .Trips.AsNoTracking()
            .Where(trip => trip.State == TripState.Loaded && trip.FiledPlant == plant)
            .OrderBy(trip => trip.LoadedAt)
            .ThenBy(trip => trip.Id)
            .Take(Most)
            .ToListAsync(cancel);
        var planned = await db
            .Trips.AsNoTracking()
            .Where(trip => trip.State == TripState.Planned && trip.FiledPlant == plant)
            .GroupBy(trip => trip.Number)
            .Select(group => new { Number = group.Key, Trips = group.Count() })
            .ToListAsync(cancel);
        var open = planned.ToDictionary(line => line.Number, line => line.Trips, StringComparer.Ordinal);
        var filings = await db
            .Filings.AsNoTracking()
            .Where(filing =>
                open.Keys.Contains(filing.Number)
                && (filing.Status == FilingStatus.Recorded || filing.Status == FilingStatus.Submitted)
                && filing.To >= now
                && filing.From <= until
            )
            .ToListAsync(cancel);
        var orders = await db
            .Orders.AsNoTracking()
            .Where(order =>
                open.Keys.Contains(order.Number)
                && order.Status != OrderStatus.Cancelled
                && order.Status != OrderStatus.Declined
                && order.To >= now
                && order.From <= until
            )
            .ToListAsync(cancel);
        var closed = await db
            .Trips.AsNoTracking()
            .Where(trip => trip.Plant == plant && trip.ClosedAt >= now - Ahead)
            .OrderByDescending(trip => trip.ClosedAt)
            .Take(Most)
            .ToListAsync(cancel);
        var arrivals = await db
            .Arrivals.AsNoTracking()
            .Where(arrival => arrival.Plant == plant && arrival.At >= now - Ahead)
            .OrderByDescending(arrival => arrival.At)
            .Take(Most)
            .ToListAsync(cancel);
        var numbers = loaded.Select(trip => trip.Number).ToArray();
        var sites = (await db.Filings.AsNoTracking().Where(filing => numbers.Contains(filing.Number)).ToListAsync(cancel)).ToDictionary(
            filing => filing.Number,
            filing => filing.Body.Site.Name
        );
        var sections = await db
            .Orders.AsNoTracking()
            .Where(order => numbers.Contains(order.Number))
            .ToDictionaryAsync(order => order.Number, SectionsOf, cancel);
        return new View(
            [
                .. loaded.Select(trip => new OnTheWay(
                    TripView.Of(trip),
                    sites.GetValueOrDefault(trip.Number) ?? sections.GetValueOrDefault(trip.Number) ?? trip.Number
                )),
            ],
            [
                .. filings
                    .Select(filing => new Expected(
                        filing.Number,
                        filing.Enterprise,
                        filing.Body.Site.Name,
                        filing.Body.Trucks,
                        filing.From,
                        filing.To,
                        filing.Body.M3,
                        open[filing.Number]
                    ))
                    .Concat(
                        orders.Select(order => new Expected(
                            order.Number,
                            null,
                            SectionsOf(order),
                            [new TruckRef(order.Plate, order.Colour)],
                            order.From,
                            order.To,
                            0,
                            open[order.Number]
                        ))
                    )
                    .OrderBy(line => line.From)
                    .ThenBy(line => line.Number, StringComparer.Ordinal),
            ],
            [.. closed.Select(DoneOf).Concat(arrivals.Select(DoneOf)).OrderByDescending(done => done.At).Take(Most)]
        );
    }

    public static Done DoneOf(Trip trip) => new(trip.ClosedAt!.Value, trip.Plate!, trip.Colour, trip.ReceivedM3, TripView.Of(trip), null);

    public static Done DoneOf(Arrival load) => new(load.At, load.Plate, load.Colour, load.M3, null, load.Number);

    /// <summary>The plates of open trips, then of the roster, that end with what a guard could read of one.</summary>
    public static async Task<IReadOnlyList<string>> PlatesEndingWith(string part, FilingDb db, CancellationToken cancel)
    {
        var open = await db
            .Trips.AsNoTracking()
            .Where(trip => trip.State == TripState.Loaded && trip.Plate!.EndsWith(part))
            .Select(trip => trip.Plate!)
            .Distinct()
            .OrderBy(plate => plate)
            .Take(MostPlates)
            .ToListAsync(cancel);
        var known = await db
            .Trucks.AsNoTracking()
            .Where(truck => truck.Plate.EndsWith(part))
            .Select(truck => truck.Plate)
            .Distinct()
            .OrderBy(plate => plate)
            .Take(MostPlates)
            .ToListAsync(cancel);
        return [.. open.Union(known).Take(MostPlates)];
    }

    /// <summary>What a truck is expected with and has not loaded.</summary>
    public static async Task<IReadOnlyList<NotLoaded>> NotLoadedOf(string plate, FilingDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var (from, until) = (now - Ahead, now + Ahead);
        var filings = await db
            .Filings.AsNoTracking()
            .Where(filing =>
                db.FilingTrucks.Any(truck => truck.Number == filing.Number && truck.Plate == plate)
                && filing.To >= from
                && filing.From <= until
            )
            .ToListAsync(cancel);
        var orders = await db
            .Orders.AsNoTracking()
            .Where(order =>
                order.Plate == plate
                && order.Status != OrderStatus.Cancelled
                && order.Status != OrderStatus.Declined
                && order.To >= from
                && order.From <= until
            )
            .ToListAsync(cancel);
        string[] numbers = [.. filings.Select(filing => filing.Number), .. orders.Select(order => order.Number)];
        var planned = await db
            .Trips.AsNoTracking()
            .Where(trip => trip.State == TripState.Planned && numbers.Contains(trip.Number))
            .GroupBy(trip => trip.Number)
            .Select(group => new { Number = group.Key, Trips = group.Count() })
            .ToDictionaryAsync(row => row.Number, row => row.Trips, cancel);
        return
        [
            .. filings
                .Where(filing => filing.StatusAt(now) is FilingStatus.Recorded or FilingStatus.Submitted or FilingStatus.Expired)
                .Select(filing => (filing.Number, Site: filing.Body.Site.Name, filing.From, filing.To))
                .Concat(orders.Select(order => (order.Number, Site: SectionsOf(order), order.From, order.To)))
                .Where(line => planned.ContainsKey(line.Number))
                .OrderBy(line => line.From)
                .Select(line => new NotLoaded(line.Number, line.Site, line.From, line.To, planned[line.Number])),
        ];
    }

    private static string SectionsOf(Order order) =>
        string.Join('、', order.Stops.OrderBy(stop => stop.K).Select(stop => stop.Section).Distinct());
}
