using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Features.Orders;
using FilingApi.Register;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Trips;

/// <summary>A truck loads at the site (R11): once, and only while the register lets it.</summary>
public static class LoadTrip
{
    public sealed record Request
    {
        public required string Plate { get; init; }
        public PlateColour? Colour { get; init; }
        public required decimal M3 { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Plate).IsPlate();
            RuleFor(request => request.M3).Amount(0.001m, 200m, 3);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/trips/{id}/loading", Handle)
            .RequireAccess("LoadTrip", Role.Enterprise, Role.Hauler, Role.Centre)
            .Refuses(
                Refusals.NotFound,
                Refusals.StaleVersion,
                Refusals.NoValidEntry,
                Refusals.TruckNotOfFiling,
                Refusals.PlateAmbiguous,
                Refusals.AlreadyLoaded,
                Refusals.WrongOrderMove,
                Refusals.WrongStopMove,
                Refusals.TripHasStops,
                Refusals.JobTakenBack,
                Refusals.ConfinedSpace
            )
            .Produces<TripView>();

    public static Task<Answer> Handle(
        string id,
        Request request,
        WriteSession session,
        Caller caller,
        RosterIndex roster,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.Trips.FindAsync([id], cancel) is not { } trip || !await db.MayLoad(caller, trip, cancel))
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (caller.Stale(trip.Version) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                var history = await db.HistoryOf(trip.Number, cancel);
                var standing = history.At(now);
                var plate = Plate.Parse(request.Plate).Value;
                var named = (standing.Body?.Trucks ?? [])
                    .Where(truck => truck.Plate == plate && (request.Colour is null || truck.Colour == request.Colour))
                    .ToList();
                if (trip.State == TripState.Planned && named.Count == 0)
                {
                    return Answer.Refused(caller, (standing.Body is null ? Refusals.NoValidEntry : Refusals.TruckNotOfFiling).With());
                }

                if (trip.State == TripState.Planned && named.Count > 1)
                {
                    return Answer.Refused(caller, Refusals.PlateAmbiguous.At("/colour"));
                }

                if (named.Count == 1 && caller.Role == Role.Hauler && roster.Now.Truck(named[0])?.Owner != caller.Organisation)
                {
                    return Answer.Refused(caller, Refusals.MayNot.With());
                }

                if (await db.OrderOf(trip, cancel) is { } order)
                {
                    return await db.LoadWhole(order, trip, history, request.M3, caller.Actor, now, cancel) is { Count: > 0 } refusals
                        ? Answer.Refused(caller, refusals)
                        : Answer.Ok(TripView.Of(trip), trip.Version);
                }

                if (trip.Load(history, named.FirstOrDefault(), request.M3, caller.Actor, now) is { } refusal)
                {
                    return Answer.Refused(caller, refusal);
                }

                await db.SetDeadline(FilingDeadlines.NoReceipt, trip.Id, now + Trip.ReceiptTerm, cancel);
                return Answer.Ok(TripView.Of(trip), trip.Version);
            },
            cancel
        );
}
