using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages.Filings;

/// <summary>The enterprise's own filings by what they wait for.</summary>
public sealed class IndexModel(FilingDb db, RegisterClock clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    public ReadStages.Stage Stage { get; private set; }
    public Page<ReadFilings.FilingRow> Filings { get; private set; } = new([], null);
    public IReadOnlyDictionary<ReadStages.Stage, int> Counts { get; private set; } = new Dictionary<ReadStages.Stage, int>();

    /// <summary>What "file again" repeats where no line is chosen: the latest that was filed.</summary>
    public string? Latest { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        var mine = db.Filings.AsNoTracking().VisibleTo(Caller);
        Counts = new Dictionary<ReadStages.Stage, int>
        {
            [ReadStages.Stage.Todo] = await mine.In(ReadStages.Stage.Todo, now).CountAsync(cancel),
            [ReadStages.Stage.Running] = await mine.In(ReadStages.Stage.Running, now).CountAsync(cancel),
        };
        Latest = await mine.Where(filing => filing.SubmittedAt != null)
            .OrderByDescending(filing => filing.CreatedAt)
            .Select(filing => filing.Number)
            .FirstOrDefaultAsync(cancel);

        // What waits for the clerk's own hand comes first, if there is any.
        Stage =
            WireName<ReadStages.Stage>.TryParse(Tab, out var asked) ? asked
            : Counts[ReadStages.Stage.Todo] > 0 ? ReadStages.Stage.Todo
            : ReadStages.Stage.Running;
        Filings = await ReadStages.Find(Stage, Cursor.TryParse(At, out var cursor) ? cursor : null, db, Caller, now, cancel);
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
}
