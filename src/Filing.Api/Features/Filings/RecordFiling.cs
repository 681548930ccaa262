using FilingApi.Domain;
using FilingApi.Features.Trips;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Filings;

/// <summary>The station puts a filing on record (备案); over a conflict only with a written reason (R6).</summary>
public static class RecordFiling
{
    public sealed record Request
    {
        public string? Conditions { get; init; }
        public string? OverrideReason { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Conditions).Text(0, 1000);
            RuleFor(request => request.OverrideReason).Text(0, 1000);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/filings/{number}/record", Handle)
            .RequireAccess("RecordFiling", Role.Station)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongMove, Refusals.ConflictWithoutReason, Refusals.WindowOver)
            .Produces<FilingView>();

    public static Task<Answer> Handle(string number, Request? request, WriteSession session, Caller caller, CancellationToken cancel) =>
        DecideFiling.Decide(
            number,
            session,
            caller,
            async (db, filing, now) =>
            {
                var conflicts = await db.ConflictsOf(filing, cancel);
                if (filing.Record(request?.Conditions, request?.OverrideReason, conflicts, caller.Actor, now) is { } refusal)
                {
                    return refusal;
                }

                var trips = await db.PlanTrips(filing, caller.Actor, now, cancel);

                // An emergency whose trips were all received before it was recorded is completed by the record (R7).
                return trips.Count(trip => trip.State == TripState.Received) >= filing.Body.Trips
                    ? filing.Complete(caller.Actor, now)
                    : null;
            },
            cancel
        );
}
