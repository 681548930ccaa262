using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Leads;

/// <summary>A lead is passed to another department of its town, with the reason (R12).</summary>
public static class AssignLead
{
    public sealed record Request
    {
        public required string Department { get; init; }
        public required string Reason { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Department).Text(1, 40);
            RuleFor(request => request.Reason).Text(1, 1000);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/leads/{id}/assignment", Handle)
            .RequireAccess("AssignLead", LeadQueries.Offices)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.UnknownDepartment, Refusals.LeadAlreadyClosed)
            .Produces<LeadView>();

    public static Task<Answer> Handle(string id, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.LeadFor(caller, id, cancel) is not { } lead)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (caller.Stale(lead.Version) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                if (!await db.HasDepartment(lead.Town, request.Department, cancel))
                {
                    return Answer.Refused(caller, Refusals.UnknownDepartment.At("/department", lead.Town, request.Department));
                }

                if (lead.Assign(request.Department, request.Reason, caller.Actor, now) is { } refusal)
                {
                    return Answer.Refused(caller, refusal);
                }

                db.Tell("lead-assigned", lead.Id, lead, now);
                return Answer.Ok(await LeadView.Of(lead, db, caller, now, cancel), lead.Version);
            },
            cancel
        );
}
