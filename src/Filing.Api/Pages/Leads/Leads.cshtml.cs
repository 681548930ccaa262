using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Leads;
using FilingApi.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages.Leads;

/// <summary>The leads of every kind by where they are on their way.</summary>
public sealed class LeadsModel(FilingDb db, RosterIndex roster, RegisterClock clock) : ListPage
{
    private static readonly string[] Columns =
    [
        "leads.raised",
        "leads.kind",
        "field.plate",
        "leads.of",
        "leads.due",
        "field.status",
        "runs.found",
    ];

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public IReadOnlyList<LeadView> Leads { get; private set; } = [];
    public override string Hint => Words["leads.hint"];

    public override IReadOnlyList<ListChoice> Choices =>
        [new("kind", Words["leads.kind"], [.. LeadKinds.All.Select(row => (row.Kind.Wire(), Caller.Say((row.Zh, row.En))))])];

    private LeadStatus? Asked => WireName<LeadStatus>.TryParse(Status, out var status) ? status : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var leads = Matching();
        var counts = await leads
            .GroupBy(lead => lead.Status)
            .Select(group => new { Status = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Status, row => row.Count, cancel);
        Chips =
        [
            new ListChip(Words["all"], counts.Values.Sum(), Address(("status", null)), Asked is null),
            .. Enum.GetValues<LeadStatus>()
                .Select(status => new ListChip(
                    Words.Of("lead", status),
                    counts.GetValueOrDefault(status),
                    Address(("status", status.Wire())),
                    status == Asked
                )),
        ];
        var page = await ReadLeads.Newest.Page(Narrowed(leads), Cursor, lead => LeadView.Of(lead, Caller, clock.Now), cancel, PageSize);
        (Leads, Next) = (page.Items, page.Next);
    }

    protected override async Task<ListTable> Table(CancellationToken cancel)
    {
        var rows = await ReadLeads.Newest.Ordered(Narrowed(Matching())).Take(MostInFile).ToListAsync(cancel);
        return new ListTable(
            "leads",
            Columns,
            rows.Select(lead =>
                new object?[]
                {
                    Format.Moment(lead.RaisedAt),
                    Caller.Say((lead.Kind.Row().Zh, lead.Kind.Row().En)),
                    lead.Plate is { } plate ? Format.Plate(plate) : null,
                    lead.Of,
                    lead.DueAt is null ? null : Format.Moment(lead.DueAt),
                    Words.Of("lead", lead.Status),
                    lead.Words,
                }
            )
        );
    }

    private IQueryable<Lead> Matching()
    {
        var leads = SearchLeads.Matching(new SearchLeads.Filter(Q, Begin, End), db, roster.Now, Caller);
        return WireName<LeadKind>.TryParse(Kind, out var kind) ? leads.Where(lead => lead.Kind == kind) : leads;
    }

    private IQueryable<Lead> Narrowed(IQueryable<Lead> leads)
    {
        var asked = Asked;
        return asked is null ? leads : leads.Where(lead => lead.Status == asked);
    }
}
