using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Leads;

/// <summary>A person says what came of a run (R12): true, false or unclear.</summary>
public static class CheckRun
{
    public sealed record Request
    {
        public required CheckResult Result { get; init; }
        public string? Note { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules() => RuleFor(request => request.Note).Text(0, 1000);
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/runs/{id:guid}/check", Handle)
            .RequireAccess("CheckRun", Role.Squad, Role.Supervisor)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.RunClosed)
            .Produces<RunView>();

    public static Task<Answer> Handle(Guid id, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.Leads.SingleOrDefaultAsync(known => known.RunId == id, cancel) is not { } lead)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (caller.Stale(lead.Version) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                if (lead.Check(request.Result, request.Note, caller.Actor, now) is { } refusal)
                {
                    return Answer.Refused(caller, refusal);
                }

                return Answer.Ok(RunView.Of(lead, (await db.MembersOf([id], cancel))[id]), lead.Version);
            },
            cancel
        );
}
