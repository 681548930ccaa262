using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Leads;

/// <summary>The leads that the caller sees, newest first, or one of them whole.</summary>
public static class ReadLeads
{
    public static readonly Paging<Lead> Newest = Paging<Lead>.NewestFirst(lead => lead.RaisedAt, lead => lead.Id);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/leads", List)
            .RequireAccess("ListLeads", LeadQueries.Offices)
            .Takes(
                Parameter.Option<LeadKind>("kind", "One kind of lead."),
                Parameter.Option<LeadStatus>("status", "Where it is on its way."),
                new Parameter("department", typeof(string), "The code of the department that looks into it."),
                Parameter.Flag("overdue", "Whether its due moment has passed and it is not closed."),
                Parameter.Cursor
            )
            .Produces<Page<LeadView>>();
        api.MapGet("/leads/{id}", One).RequireAccess("ReadLead", LeadQueries.Offices).Refuses(Refusals.NotFound).Produces<LeadView>();
    }

    public static async Task<Answer> One(string id, FilingDb db, Caller caller, RegisterClock clock, CancellationToken cancel) =>
        await db.LeadFor(caller, id, cancel) is { } lead
            ? Answer.Ok(await LeadView.Of(lead, db, caller, clock.Now, cancel), lead.Version)
            : Answer.Refused(caller, Refusals.NotFound.With());

    public static async Task<Answer> List(HttpRequest http, FilingDb db, Caller caller, RegisterClock clock, CancellationToken cancel)
    {
        var (query, now) = (new Query(http), clock.Now);
        var (kind, status, cursor) = (query.Option<LeadKind>("kind"), query.Option<LeadStatus>("status"), query.Cursor());
        var (department, overdue) = (query.Code("department"), query.Flag("overdue"));
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var leads = db.Leads.AsNoTracking().VisibleTo(caller);
        if (kind is not null)
        {
            leads = leads.Where(lead => lead.Kind == kind);
        }

        if (status is not null)
        {
            leads = leads.Where(lead => lead.Status == status);
        }

        if (department is not null)
        {
            leads = leads.Where(lead => lead.Department == department);
        }

        leads = overdue switch
        {
            true => leads.Where(lead => lead.Status != LeadStatus.Closed && lead.DueAt < now),
            false => leads.Where(lead => lead.Status == LeadStatus.Closed || lead.DueAt == null || lead.DueAt >= now),
            null => leads,
        };
        return Answer.Ok(await Newest.Page(leads, cursor, lead => LeadView.Of(lead, caller, now), cancel));
    }
}
