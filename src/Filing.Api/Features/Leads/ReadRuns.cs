using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Leads;

/// <summary>Announced runs (R5), newest first.</summary>
public static class ReadRuns
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/runs", Handle)
            .RequireAccess("ListRuns", Role.Squad, Role.Supervisor)
            .Takes(Parameter.Option<RunStatus>("status", "What became of it."), Parameter.Cursor)
            .Produces<Page<RunView>>();

    public static async Task<Answer> Handle(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel)
    {
        var query = new Query(http);
        var (status, cursor) = (query.Option<RunStatus>("status"), query.Cursor());
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var leads = db.Leads.AsNoTracking().VisibleTo(caller).Where(lead => lead.Kind == LeadKind.UnregisteredRun);
        if (status is { } wanted)
        {
            leads = leads.In(wanted);
        }

        var rows = await ReadLeads.Newest.Rows(leads, cursor, cancel);
        var members = await db.MembersOf([.. rows.Select(lead => lead.Run!.Id)], cancel);
        return Answer.Ok(ReadLeads.Newest.ToPage(rows, lead => RunView.Of(lead, members[lead.Run!.Id])));
    }

    /// <summary><see cref="Lead.RunStatus"/> as a condition.</summary>
    public static IQueryable<Lead> In(this IQueryable<Lead> leads, RunStatus status)
    {
        var system = Actor.System.Account;
        return status switch
        {
            RunStatus.Open => leads.Where(lead => lead.Status == LeadStatus.Open),
            RunStatus.Checked => leads.Where(lead => lead.Status != LeadStatus.Open && lead.CheckedBy != system),
            RunStatus.Cleared => leads.Where(lead => lead.Status != LeadStatus.Open && lead.CheckedBy == system && lead.JoinedInto == null),
            _ => leads.Where(lead => lead.Status != LeadStatus.Open && lead.CheckedBy == system && lead.JoinedInto != null),
        };
    }
}
