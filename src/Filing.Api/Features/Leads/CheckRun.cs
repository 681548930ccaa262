using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Leads;

/// <summary>A person says what came of a run (R12): the check of its lead.</summary>
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
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.RunClosed, Refusals.SupervisorDecides)
            .Produces<RunView>();

    public static Task<Answer> Handle(Guid id, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                var check = new CheckLead.Request { Result = request.Result, Words = request.Note };
                var key = Lead.IdOf(LeadKind.UnregisteredRun, id.ToString());
                var (lead, refusal) = await CheckLead.Check(db, caller, key, check, now, cancel);
                return lead is null
                    ? Answer.Refused(caller, refusal!)
                    : Answer.Ok(RunView.Of(lead, (await db.MembersOf([id], cancel))[id]), lead.Version);
            },
            cancel
        );
}
