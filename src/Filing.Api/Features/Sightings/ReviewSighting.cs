using Contracts.Delivery;
using Contracts.Filing;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Sightings;

/// <summary>
/// A person looks at a doubtful sighting (R4): true, its plate was read rightly and it is judged; false or unclear, it opens nothing.
/// </summary>
public static class ReviewSighting
{
    public sealed record Request
    {
        public required CheckResult Result { get; init; }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/sightings/{id}/review", Handle)
            .RequireAccess("ReviewSighting", Role.Squad, Role.Supervisor)
            .Refuses(Refusals.NotFound, Refusals.NotDoubtful)
            .Produces<ListSightings.SightingView>();

    public static Task<Answer> Handle(string id, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (
                    await db.Sightings.InTownsOf(caller).SingleOrDefaultAsync(known => known.Id == id, cancel)
                    is not { RefusedCode: null } row
                )
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (!row.Doubtful || row.ReviewResult is not null)
                {
                    return Answer.Refused(caller, Refusals.NotDoubtful.With());
                }

                row.Review(request.Result, caller.Actor, now);
                if (request.Result == CheckResult.True)
                {
                    db.Emit(
                        new SightingConfirmed
                        {
                            Sighting = ReportSightings.ToMessage(row) with { Doubtful = false },
                            ArrivedAt = row.ArrivedAt,
                            ConfirmedAt = now,
                        }
                    );
                }

                return Answer.Ok(ListSightings.SightingView.Of(row));
            },
            cancel
        );
}
