using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Features.Leads;
using FilingApi.Features.Orders;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Trips;

/// <summary>A plant receives a loaded trip (R11); the last one completes its filing (R7).</summary>
public static class ReceiveTrip
{
    public sealed record Request : GateLoad;

    public sealed class Rules : GateLoadRules<Request>;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/trips/{id}/receipt", Handle)
            .RequireAccess("ReceiveTrip", Role.Plant)
            .Refuses(
                Refusals.NotFound,
                Refusals.StaleVersion,
                Refusals.OtherPlantsName,
                Refusals.NotLoaded,
                Refusals.AlreadyClosed,
                Refusals.PlateMismatch,
                Refusals.NetWeight,
                Refusals.GrossBelowTare,
                Refusals.NotKilograms
            )
            .Produces<TripView>();

    public static Task<Answer> Handle(string id, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (request.Plant != caller.Organisation)
                {
                    return Answer.Refused(caller, Refusals.OtherPlantsName.At("/plant"));
                }

                if (await db.Trips.FindAsync([id], cancel) is not { } trip)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (caller.Stale(trip.Version) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                if (trip.MayClose() is { } refusal)
                {
                    return Answer.Refused(caller, refusal);
                }

                var plate = Plate.Parse(request.Plate).Value;
                if (plate != trip.Plate)
                {
                    await db.Raise(LeadKind.PlateMismatch, trip, new TruckSeen(plate, null), now, cancel);
                    return Answer.Refused(caller, Refusals.PlateMismatch.At("/plate", trip.Plate));
                }

                if (request.Weights.Faults(request.M3) is { Count: > 0 } wrongWeights)
                {
                    return Answer.Refused(caller, wrongWeights);
                }

                trip.Receive(request.Plant, request.M3, request.Weights, caller.Actor, now);
                await db.ClearDeadline(FilingDeadlines.NoReceipt, trip.Id, cancel);
                if (trip.IsVolumeMismatch)
                {
                    await db.Raise(LeadKind.VolumeMismatch, trip, new TruckSeen(plate, trip.Colour), now, cancel);
                }

                if (trip.Plant != trip.FiledPlant)
                {
                    await db.Raise(LeadKind.OtherPlant, trip, new TruckSeen(plate, trip.Colour), now, cancel);
                }

                await db.CloseOrderOf(trip, caller.Actor, now, cancel);
                await CompleteWithLastTrip(db, trip, caller, now, cancel);
                return Answer.Ok(TripView.Of(trip), trip.Version);
            },
            cancel
        );

    /// <summary>Nothing happens where the filing is revoked, withdrawn or undecided: its status stays (R11).</summary>
    private static async Task CompleteWithLastTrip(FilingDb db, Trip trip, Caller caller, DateTimeOffset now, CancellationToken cancel)
    {
        var filing = await db.Filings.Include(known => known.Trucks).SingleOrDefaultAsync(known => known.Number == trip.Number, cancel);
        if (filing is null || !FilingMoves.Allows(filing.StatusAt(now), FilingAct.Complete))
        {
            return;
        }

        var others = await db.Trips.CountAsync(
            other => other.Number == trip.Number && other.Id != trip.Id && other.State == TripState.Received,
            cancel
        );
        if (others + 1 < filing.Body.Trips)
        {
            return;
        }

        filing.Complete(caller.Actor, now);
        await db.Add(filing.TakeNewFacts(), cancel);
    }
}
