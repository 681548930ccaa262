using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Trips;

/// <summary>A trip as sent: who loaded what and where it went.</summary>
public sealed record TripView(
    string Id,
    string Number,
    int N,
    string? Plate,
    PlateColour? Colour,
    TripState State,
    string FiledPlant,
    int Version,
    LoadingView? Loading,
    ReceiptView? Receipt
)
{
    public static TripView Of(Trip trip) =>
        new(
            trip.Id,
            trip.Number,
            trip.N,
            trip.Plate,
            trip.Colour,
            trip.State,
            trip.FiledPlant,
            trip.Version,
            trip.LoadedAt is { } loaded ? new LoadingView(loaded, trip.LoadedM3!.Value, Corrected(trip, ofReceipt: false)) : null,
            trip.ClosedAt is { } closed
                ? new ReceiptView(
                    closed,
                    trip.Plant!,
                    trip.ReceivedM3,
                    trip.GrossKg,
                    trip.TareKg,
                    trip.NetKg,
                    trip.RejectionReason,
                    Corrected(trip, ofReceipt: true)
                )
                : null
        );

    private static IReadOnlyList<CorrectionView> Corrected(Trip trip, bool ofReceipt) =>
        [.. trip.Corrections.Where(correction => correction.IsOfReceipt == ofReceipt).Select(CorrectionView.Of)];
}

public sealed record LoadingView(DateTimeOffset At, decimal M3, IReadOnlyList<CorrectionView> Corrections);

public sealed record ReceiptView(
    DateTimeOffset At,
    string Plant,
    decimal? M3,
    int? Gross,
    int? Tare,
    int? Net,
    string? Rejection,
    IReadOnlyList<CorrectionView> Corrections
);

/// <summary>What a correction says, and in <c>was</c> what it replaced.</summary>
public sealed record CorrectionView(decimal? M3, int? Gross, int? Tare, string Reason, DateTimeOffset At, string By, Measured Was)
{
    public static CorrectionView Of(TripCorrection correction)
    {
        var (given, by) = (correction.Given, correction.By);
        return new CorrectionView(given.M3, given.Gross, given.Tare, correction.Reason, correction.At, by, correction.Was);
    }
}

public static class TripQueries
{
    private static readonly CompiledQuery<Func<FilingDb, string, IAsyncEnumerable<Trip>>> Stored = new(() =>
        EF.CompileAsyncQuery((FilingDb db, string number) => db.Trips.Where(trip => trip.Number == number))
    );

    /// <summary>The trips of a filing as they stand now.</summary>
    public static async Task<IReadOnlyList<Trip>> TripsOf(this FilingDb db, string number, CancellationToken cancel)
    {
        var stored = await Stored.In(db)(db, number).ToListAsync(cancel);
        return [.. stored.Where(trip => db.Entry(trip).State != EntityState.Deleted)];
    }

    /// <summary>Trips 1 … n of a filing: made at its recording, of an emergency at its submission (R11). What was loaded stays.</summary>
    public static async Task<IReadOnlyList<Trip>> PlanTrips(
        this FilingDb db,
        Filing filing,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var known = await db.TripsOf(filing.Number, cancel);
        foreach (var trip in known.Where(trip => trip.State == TripState.Planned))
        {
            trip.Replan(filing.Body.Plant, actor, now);
        }

        var fresh = Enumerable
            .Range(1, filing.Body.Trips)
            .Except(known.Select(trip => trip.N))
            .Select(n => Trip.Plan(filing.Town, filing.Number, n, filing.Body.Plant))
            .ToList();
        await db.InsertAll(fresh, cancel);
        var beyond = known.Where(trip => trip.N > filing.Body.Trips && trip.State == TripState.Planned).ToList();
        foreach (var trip in beyond)
        {
            trip.Drop(actor, now);
            db.Trips.Remove(trip);
        }

        return [.. known.Except(beyond), .. fresh];
    }

    /// <summary>
    /// Loading is the filing's enterprise's or the truck's hauler's, of an order the centre's too; for all others the trip is
    /// not there.
    /// </summary>
    public static async Task<bool> MayLoad(this FilingDb db, Caller caller, Trip trip, CancellationToken cancel) =>
        caller.Role switch
        {
            Role.Enterprise => await db.Filings.AnyAsync(
                filing => filing.Number == trip.Number && filing.Enterprise == caller.Organisation,
                cancel
            ),
            Role.Hauler => await db.Orders.AnyAsync(order => order.Number == trip.Number && order.Hauler == caller.Organisation, cancel)
                || await db.FilingTrucks.AnyAsync(
                    named =>
                        named.Number == trip.Number
                        && db.Trucks.Any(truck =>
                            truck.Plate == named.Plate && truck.Colour == named.Colour && truck.Owner == caller.Organisation
                        ),
                    cancel
                ),
            Role.Centre => await db.Orders.InTownsOf(caller).AnyAsync(order => order.Number == trip.Number, cancel),
            _ => false,
        };
}
