using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Filings;

/// <summary>
/// The contact in plain text, for a reason that is kept: everywhere else it is masked, for its own enterprise and station too.
/// </summary>
public static class ShowContact
{
    public sealed record Request
    {
        public required string Reason { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules() => RuleFor(request => request.Reason).Text(2, 200);
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/filings/{number}/contact", Handle)
            .RequireAccess("ShowContact", Role.Enterprise, Role.Station, Role.Supervisor)
            .Refuses(Refusals.NotFound)
            .Produces<Contact>();

    public static Task<Answer> Handle(
        string number,
        Request request,
        HttpResponse http,
        WriteSession session,
        Caller caller,
        CancellationToken cancel
    )
    {
        http.Headers.CacheControl = "no-store";
        return session.Write(
            async (db, now) =>
            {
                if (await db.FilingFor(caller, number, cancel) is not { } filing)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                db.Note(
                    new SubjectRef(SubjectKind.Contact, number, filing.Town),
                    "shown",
                    caller.Actor,
                    now,
                    new TimelineDetail { Reason = request.Reason }
                );
                return Answer.Ok(filing.ProposedBody.Contact) with { IsPrivate = true };
            },
            cancel
        );
    }
}
