using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages.Filings;

/// <summary>The enterprise's own filings by what they wait for, of all its places and years.</summary>
public sealed class IndexModel(FilingDb db, RosterIndex roster, RegisterClock clock) : ListPage
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    public ReadStages.Stage Stage { get; private set; }
    public IReadOnlyList<ReadFilings.FilingRow> Filings { get; private set; } = [];

    /// <summary>What "file again" repeats where no line is chosen: the latest that was filed.</summary>
    public string? Latest { get; private set; }

    public override string Hint => Words["filings.hint"];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Latest = await db
            .Filings.AsNoTracking()
            .VisibleTo(Caller)
            .Where(filing => filing.SubmittedAt != null)
            .OrderByDescending(filing => filing.CreatedAt)
            .Select(filing => filing.Number)
            .FirstOrDefaultAsync(cancel);
        var filings = await Asked(cancel);
        var page = await ReadStages.Find(filings.In(Stage, clock.Now), Cursor, PageSize, clock.Now, cancel);
        (Filings, Next) = (page.Items, page.Next);
    }

    /// <summary>What comes next, in words.</summary>
    public static string NextStep(ReadFilings.FilingRow filing, Words words, Format format) =>
        filing.Status switch
        {
            FilingStatus.Submitted when filing.Overdue => words["next.overdue"],
            FilingStatus.Submitted when filing.DueAt is { } due => words["next.submitted", format.InWords(due)],
            FilingStatus.Submitted => words["next.submitted.unknown"],
            FilingStatus.Recorded when filing.From > format.Now => words["next.recorded.before", format.InWords(filing.From)],
            FilingStatus.Recorded => words["next.recorded.now", format.InWords(filing.To)],
            var other => words[$"next.{other.Wire()}"],
        };

    protected override async Task<ListTable> Table(CancellationToken cancel)
    {
        var now = clock.Now;
        var filings = (await Asked(cancel)).In(Stage, now);
        var rows = await ReadFilings.Newest.Ordered(filings).Take(MostInFile).ToListAsync(cancel);
        var received = await ReadStages.ReceivedOf(filings, db, cancel);
        return new ListTable("filings", Columns, rows.Select(filing => Row(filing, received.GetValueOrDefault(filing.Number), now)));
    }

    private static readonly string[] Columns =
    [
        "csv.number",
        "field.status",
        "csv.site",
        "list.village",
        "list.address",
        "field.kind",
        "list.m3",
        "field.trips",
        "csv.trucks",
        "field.plant",
        "list.begins",
        "list.ends",
        "field.submitted",
        "list.received.trips",
        "list.received.m3",
    ];

    private object?[] Row(Filing filing, ReadStages.Received? received, DateTimeOffset now) =>
        [
            filing.Number,
            Words.Of("status", filing.StatusAt(now)),
            filing.Body.Site.Name,
            filing.Body.Site.Village,
            filing.Body.Site.Address,
            Words.Of("kind", filing.Body.Kind),
            filing.Body.M3,
            filing.Body.Trips,
            Plates(filing.Body.Trucks),
            roster.Now.Plants.GetValueOrDefault(filing.Body.Plant)?.Name ?? filing.Body.Plant,
            Format.Moment(filing.From),
            Format.Moment(filing.To),
            filing.SubmittedAt is null ? null : Format.Moment(filing.SubmittedAt),
            received?.Trips ?? 0,
            received?.M3 ?? 0,
        ];

    /// <summary>What is searched for, whatever its stage; the stage is what was asked, else the first that has something.</summary>
    private async Task<IQueryable<Filing>> Asked(CancellationToken cancel)
    {
        var filings = ReadStages.Matching(new ReadStages.Filter(Q, Begin, End), db, roster.Now, Caller);
        var counts = await ReadStages.Count(filings, clock.Now, cancel);

        // What waits for the clerk's own hand comes first, if there is any; who searches looks everywhere.
        Stage =
            WireName<ReadStages.Stage>.TryParse(Tab, out var asked) ? asked
            : IsFiltered ? ReadStages.Stage.All
            : counts[ReadStages.Stage.Todo] > 0 ? ReadStages.Stage.Todo
            : ReadStages.Stage.Running;
        Chips =
        [
            .. Enum.GetValues<ReadStages.Stage>()
                .Select(stage => new ListChip(Words.Of("tab", stage), counts[stage], Address(("tab", stage.Wire())), stage == Stage)),
        ];
        return filings;
    }
}
