using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Leads;

/// <summary>What a person found: true, false or unclear.</summary>
public sealed record CheckedView(CheckResult Result, string? Note, string By, DateTimeOffset At)
{
    public static CheckedView? Of(Lead lead) =>
        lead is { Result: { } result, CheckedBy: { } by, CheckedAt: { } at } ? new CheckedView(result, lead.Words, by, at) : null;
}

/// <summary>An announced run (R5). <c>Status</c>: open, checked, cleared, or joined into an older one.</summary>
public sealed record RunView(
    Guid Id,
    string Plate,
    PlateColour? Colour,
    DateTimeOffset First,
    DateTimeOffset Last,
    IReadOnlyList<string> Sightings,
    IReadOnlyList<VerdictCode> Codes,
    LeadStatus Status,
    DateTimeOffset OpenedAt,
    Guid? JoinedInto,
    CheckedView? Check,
    int Version
)
{
    public static RunView Of(Lead lead, IEnumerable<string> sightings) =>
        new(
            lead.Run!.Id,
            lead.Plate,
            lead.Colour,
            lead.Run.First,
            lead.Run.Last,
            [.. sightings],
            lead.Run.Codes,
            lead.Status,
            lead.Run.OpenedAt,
            lead.JoinedInto,
            CheckedView.Of(lead),
            lead.Version
        );
}

public sealed record LeadView(
    string Id,
    LeadKind Kind,
    string? Trip,
    string Plate,
    PlateColour? Colour,
    DateTimeOffset RaisedAt,
    LeadStatus Status,
    Guid? Run,
    CheckedView? Check,
    int Version
)
{
    public static LeadView Of(Lead lead) =>
        new(
            lead.Key,
            lead.Kind,
            lead.TripId,
            lead.Plate,
            lead.Colour,
            lead.RaisedAt,
            lead.Status,
            lead.RunId,
            CheckedView.Of(lead),
            lead.Version
        );
}

/// <summary>The lists of runs and of leads, newest first.</summary>
public static class ReadLeads
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/runs", Runs)
            .RequireAccess("ListRuns", Role.Squad, Role.Supervisor)
            .Takes(
                Parameter.Option<LeadKind>("kind", "One kind of lead."),
                Parameter.Option<LeadStatus>("status", "Where it stands."),
                Parameter.Cursor
            )
            .Produces<Page<RunView>>();
        api.MapGet("/leads", Leads)
            .RequireAccess("ListLeads", Role.Squad, Role.Supervisor)
            .Takes(
                Parameter.Option<LeadKind>("kind", "One kind of lead."),
                Parameter.Option<LeadStatus>("status", "Where it stands."),
                Parameter.Cursor
            )
            .Produces<Page<LeadView>>();
    }

    public static Task<Answer> Runs(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel) =>
        List<RunView>(
            http,
            db.Leads.AsNoTracking().Where(lead => lead.Kind == LeadKind.UnregisteredRun),
            caller,
            async rows =>
            {
                var members = await db.MembersOf([.. rows.Select(lead => lead.RunId!.Value)], cancel);
                return lead => RunView.Of(lead, members[lead.RunId!.Value]);
            },
            cancel
        );

    public static Task<Answer> Leads(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel) =>
        List(http, db.Leads.AsNoTracking(), caller, _ => Task.FromResult(LeadView.Of), cancel);

    private static async Task<Answer> List<TView>(
        HttpRequest http,
        IQueryable<Lead> leads,
        Caller caller,
        Func<IReadOnlyList<Lead>, Task<Func<Lead, TView>>> view,
        CancellationToken cancel
    )
    {
        var query = new Query(http);
        var (kind, status, cursor) = (query.Option<LeadKind>("kind"), query.Option<LeadStatus>("status"), query.Cursor());
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        if (kind is not null)
        {
            leads = leads.Where(lead => lead.Kind == kind);
        }

        if (status is not null)
        {
            leads = leads.Where(lead => lead.Status == status);
        }

        if (cursor is { At: var at, Key: var key })
        {
            leads = leads.Where(lead => lead.RaisedAt < at || (lead.RaisedAt == at && lead.Key.CompareTo(key) < 0));
        }

        var rows = await leads
            .OrderByDescending(lead => lead.RaisedAt)
            .ThenByDescending(lead => lead.Key)
            .Take(Cursor.PageSize + 1)
            .ToListAsync(cancel);
        return Answer.Ok(Cursor.Page(rows, lead => new Cursor(lead.RaisedAt, lead.Key), await view(rows)));
    }
}
