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
