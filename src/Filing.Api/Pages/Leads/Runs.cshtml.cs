using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Leads;
using FilingApi.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages.Leads;

/// <summary>Announced runs by what became of them.</summary>
public sealed class RunsModel(FilingDb db, RosterIndex roster) : ListPage
{
    private static readonly string[] Columns = ["field.plate", "trucks.colour", "runs.first", "runs.last", "field.status", "runs.found"];

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    public IReadOnlyList<Lead> Runs { get; private set; } = [];
    public override string Hint => Words["runs.hint"];

    private RunStatus? Asked => WireName<RunStatus>.TryParse(Status, out var status) ? status : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var runs = Matching();
        var chips = new List<ListChip> { new(Words["all"], await runs.CountAsync(cancel), Address(("status", null)), Asked is null) };
        foreach (var status in Enum.GetValues<RunStatus>())
        {
            var count = await runs.In(status).CountAsync(cancel);
            chips.Add(new ListChip(Words.Of("run", status), count, Address(("status", status.Wire())), status == Asked));
        }

        Chips = chips;
        var page = await ReadLeads.Newest.Page(Narrowed(runs), Cursor, lead => lead, cancel, PageSize);
        (Runs, Next) = (page.Items, page.Next);
    }

    protected override async Task<ListTable> Table(CancellationToken cancel)
    {
        var rows = await ReadLeads.Newest.Ordered(Narrowed(Matching())).Take(MostInFile).ToListAsync(cancel);
        return new ListTable(
            "runs",
            Columns,
            rows.Select(lead =>
                new object?[]
                {
                    Format.Plate(lead.Run!.Plate),
                    lead.Colour is { } colour ? Words.Of("colour", colour) : null,
                    Format.Moment(lead.Run.First),
                    Format.Moment(lead.Run.Last),
                    Words.Of("run", lead.RunStatus),
                    lead.Words,
                }
            )
        );
    }

    private IQueryable<Lead> Matching() =>
        SearchLeads
            .Matching(new SearchLeads.Filter(Q, Begin, End), db, roster.Now, Caller)
            .Where(lead => lead.Kind == LeadKind.UnregisteredRun);

    private IQueryable<Lead> Narrowed(IQueryable<Lead> runs) => Asked is { } status ? runs.In(status) : runs;
}
