using Contracts.Delivery;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Features.Orders;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Trips;

/// <summary>A plant turns a loaded trip away, with its reason (R11).</summary>
public static class RejectTrip
{
    /// <summary><c>Plant</c> left out: the caller's.</summary>
    public sealed record Request
    {
        public string? Plant { get; init; }
        public required string Reason { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Plant).Text(1, 40);
            RuleFor(request => request.Reason).Text(1, 1000);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/trips/{id}/rejection", Handle)
            .RequireAccess("RejectTrip", Role.Plant)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.OtherPlantsName, Refusals.NotLoaded, Refusals.AlreadyClosed)
            .Produces<TripView>();

    public static Task<Answer> Handle(string id, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (request.Plant is not null && request.Plant != caller.Organisation)
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

                trip.Reject(caller.Organisation, request.Reason, caller.Actor, now);
                await db.ClearDeadline(FilingDeadlines.NoReceipt, trip.Id, cancel);
                await db.CloseOrderOf(trip, caller.Actor, now, cancel);
                return Answer.Ok(TripView.Of(trip), trip.Version);
            },
            cancel
        );
}
