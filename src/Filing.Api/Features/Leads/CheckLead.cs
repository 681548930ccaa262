using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Leads;

/// <summary>A person says what came of a lead (R12): false closes it, true needs a case, unclear leaves it open.</summary>
public static class CheckLead
{
    public sealed record Request
    {
        public required CheckResult Result { get; init; }
        public string? Words { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules() => RuleFor(request => request.Words).Text(0, 1000);
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/leads/{id}/check", Handle)
            .RequireAccess("CheckLead", LeadQueries.Offices)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.RunClosed, Refusals.SupervisorDecides)
            .Produces<LeadView>();

    public static Task<Answer> Handle(string id, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                var (lead, refusal) = await Check(db, caller, id, request, now, cancel);
                return lead is null
                    ? Answer.Refused(caller, refusal!)
                    : Answer.Ok(await LeadView.Of(lead, db, caller, now, cancel), lead.Version);
            },
            cancel
        );

    /// <summary>The same act for leads and runs.</summary>
    public static async Task<(Lead? Checked, Refusal? Refusal)> Check(
        FilingDb db,
        Caller caller,
        string id,
        Request request,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (await db.LeadFor(caller, id, cancel) is not { } lead)
        {
            return (null, Refusals.NotFound.With());
        }

        if (caller.Stale(lead.Version) is { } stale)
        {
            return (null, stale);
        }

        var days = await db.WorkingDays(cancel);
        return lead.Check(request.Result, request.Words, caller.Role == Role.Supervisor, days, caller.Actor, now) is { } refusal
            ? (null, refusal)
            : (lead, null);
    }
}
