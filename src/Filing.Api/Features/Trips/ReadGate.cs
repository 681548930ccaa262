using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Trips;

/// <summary>What a plant's gate has to reckon with: what is on its way, and what may still come within a day.</summary>
public static class ReadGate
{
    private const int Most = 200;
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

    public sealed record View(IReadOnlyList<OnTheWay> Coming, IReadOnlyList<Expected> Expected, IReadOnlyList<TripView> Today);

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
            [.. closed.Select(TripView.Of)]
        );
    }

    private static string SectionsOf(Order order) =>
        string.Join('、', order.Stops.OrderBy(stop => stop.K).Select(stop => stop.Section).Distinct());
}
