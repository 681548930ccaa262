using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>Finding filings, for whom they are to be seen.</summary>
public static class FilingQueries
{
    /// <summary>R6: the same place is no conflict.</summary>
    private const double SamePlaceM = 1;

    /// <summary>How many numbers one statement asks for.</summary>
    private const int Some = 500;

    // From the truck to its filings of these hours: over the years it has thousands, a county has millions.
    private static readonly CompiledQuery<
        Func<FilingDb, string, PlateColour, string, DateTimeOffset, DateTimeOffset, IAsyncEnumerable<Filing>>
    > FilingsOf = new(() =>
        EF.CompileAsyncQuery(
            (FilingDb db, string plate, PlateColour colour, string except, DateTimeOffset from, DateTimeOffset to) =>
                db
                    .FilingTrucks.AsNoTracking()
                    .Where(named =>
                        named.Plate == plate && named.Colour == colour && named.Number != except && named.To >= from && named.From <= to
                    )
                    .Join(db.Filings.AsNoTracking(), named => named.Number, other => other.Number, (_, other) => other)
                    .Where(other => other.Status == FilingStatus.Submitted || other.Status == FilingStatus.Recorded)
                    .OrderBy(other => other.Number)
                    .AsQueryable()
        )
    );

    private static readonly CompiledQuery<
        Func<FilingDb, string, PlateColour, string, DateTimeOffset, DateTimeOffset, IAsyncEnumerable<Order>>
    > OrdersOf = new(() =>
        EF.CompileAsyncQuery(
            (FilingDb db, string plate, PlateColour colour, string except, DateTimeOffset from, DateTimeOffset to) =>
                db
                    .Orders.AsNoTracking()
                    .Where(other =>
                        other.Number != except
                        && other.Plate == plate
                        && other.Colour == colour
                        && other.Status != OrderStatus.Cancelled
                        && other.Status != OrderStatus.Declined
                        && other.From <= to
                        && from <= other.To
                    )
                    .OrderBy(other => other.Number)
                    .AsQueryable()
        )
    );

    /// <summary>What the caller may see: its own as an enterprise, its town's submitted ones as an office.</summary>
    public static IQueryable<Filing> VisibleTo(this IQueryable<Filing> filings, Caller caller)
    {
        var organisation = caller.Organisation;
        return caller.Role switch
        {
            Role.Enterprise => filings.Where(filing => filing.Enterprise == organisation),
            Role.Station or Role.Supervisor => filings.Where(filing => filing.SubmittedAt != null).InTownsOf(caller),
            _ => filings.Where(_ => false),
        };
    }

    public static Task<Filing?> FilingFor(this FilingDb db, Caller caller, string number, CancellationToken cancel) =>
        db.Filings.Include(filing => filing.Trucks).VisibleTo(caller).SingleOrDefaultAsync(filing => filing.Number == number, cancel);

    /// <summary>Null while the caller acts upon what it saw; else who did what to the filing meanwhile.</summary>
    public static async Task<Refusal?> Stale(this FilingDb db, Caller caller, Filing filing, DateTimeOffset now, CancellationToken cancel)
    {
        if (caller.Stale(filing.Version) is not { } stale)
        {
            return null;
        }

        var timeline = await db.TimelineOf(filing, cancel);
        return LastAct.Of(timeline.Select(TimelineView.Of), now) is { } last ? Refusals.StaleVersion.With(last.Zh, last.En) : stale;
    }

    /// <summary>
    /// Not-ended entries and undecided filings of the same trucks that share a moment with this one at another site (R6), as they stand
    /// now.
    /// </summary>
    public static async Task<IReadOnlyList<Conflict>> ConflictsOf(this FilingDb db, Filing filing, CancellationToken cancel)
    {
        var conflicts = new List<Conflict>();
        foreach (var truck in filing.Body.Trucks)
        {
            conflicts.AddRange(await db.ConflictsOf(truck.Key, filing.From, filing.To, [filing.Body.Site.Point], filing.Number, cancel));
        }

        return conflicts;
    }

    /// <summary>
    /// Numbers of those among the waiting that have a conflict (R6): asked once for a whole queue, because asking for each takes a second
    /// for some hundreds.
    /// </summary>
    public static async Task<IReadOnlySet<string>> WithConflicts(
        this FilingDb db,
        IQueryable<Filing> waiting,
        IReadOnlyList<Filing> read,
        CancellationToken cancel
    )
    {
        var mine = waiting.Join(db.FilingTrucks, filing => filing.Number, truck => truck.Number, (_, truck) => truck);
        var filings = await mine.SelectMany(
                truck =>
                    db.FilingTrucks.Where(named =>
                        named.Plate == truck.Plate
                        && named.Colour == truck.Colour
                        && named.Number != truck.Number
                        && named.To >= truck.From
                        && named.From <= truck.To
                    ),
                (truck, named) => new { truck.Number, Other = named.Number }
            )
            .Join(
                db.Filings.Where(other => other.Status == FilingStatus.Submitted || other.Status == FilingStatus.Recorded),
                pair => pair.Other,
                other => other.Number,
                (pair, _) => pair
            )
            .Distinct()
            .ToListAsync(cancel);
        var orders = await mine.SelectMany(
                truck =>
                    db.Orders.Where(other =>
                        other.Plate == truck.Plate
                        && other.Colour == truck.Colour
                        && other.Status != OrderStatus.Cancelled
                        && other.Status != OrderStatus.Declined
                        && other.From <= truck.To
                        && truck.From <= other.To
                    ),
                (truck, other) => new { truck.Number, Other = other.Number }
            )
            .Distinct()
            .ToListAsync(cancel);

        var sites = read.ToDictionary(filing => filing.Number, filing => (IReadOnlyList<GeoPoint>)[filing.Body.Site.Point]);
        foreach (var some in filings.Select(pair => pair.Other).Where(other => !sites.ContainsKey(other)).Distinct().Chunk(Some).ToList())
        {
            foreach (var other in await db.Filings.AsNoTracking().Where(other => some.Contains(other.Number)).ToListAsync(cancel))
            {
                sites[other.Number] = [other.Body.Site.Point];
            }
        }

        foreach (var some in orders.Select(pair => pair.Other).Distinct().Chunk(Some))
        {
            foreach (var other in await db.Orders.AsNoTracking().Where(other => some.Contains(other.Number)).ToListAsync(cancel))
            {
                sites[other.Number] = [.. other.Stops.Select(stop => stop.Point)];
            }
        }

        return filings
            .Concat(orders)
            .Where(pair => sites.ContainsKey(pair.Number) && Apart(sites[pair.Number], sites[pair.Other]) > SamePlaceM)
            .Select(pair => pair.Number)
            .ToHashSet();
    }

    public static async Task<IReadOnlyList<Conflict>> ConflictsOf(
        this FilingDb db,
        TruckKey truck,
        DateTimeOffset from,
        DateTimeOffset to,
        IReadOnlyList<GeoPoint> sites,
        string except,
        CancellationToken cancel
    )
    {
        var filings = await FilingsOf.In(db)(db, truck.Plate, truck.Colour, except, from, to).ToListAsync(cancel);
        var orders = await OrdersOf.In(db)(db, truck.Plate, truck.Colour, except, from, to).ToListAsync(cancel);
        return
        [
            .. filings
                .Select(other => new Conflict(
                    truck.Plate,
                    truck.Colour,
                    other.Number,
                    other.From,
                    other.To,
                    other.Status.Wire(),
                    Apart(sites, [other.Body.Site.Point])
                ))
                .Where(IsElsewhere),
            .. orders
                .Select(other => new Conflict(
                    truck.Plate,
                    truck.Colour,
                    other.Number,
                    other.From,
                    other.To,
                    other.Status.Wire(),
                    Apart(sites, [.. other.Stops.Select(stop => stop.Point)])
                ))
                .Where(IsElsewhere),
        ];
    }

    /// <summary>R6: no conflict where all sites are the same place.</summary>
    private static double Apart(IReadOnlyList<GeoPoint> sites, IReadOnlyList<GeoPoint> others) =>
        sites.Max(site => others.Max(other => site.MetresTo(other)));

    private static bool IsElsewhere(Conflict conflict) => conflict.DistanceM > SamePlaceM;
}
