using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages.Station;

/// <summary>The station's queue and the filing before it. One key records, held five seconds by the page's script so that it can be undone;
/// without script a press records at once. The supervisor, to whom what is late is escalated (R8) and who hears of an emergency at any
/// hour, sees the same and decides nothing.</summary>
public sealed class IndexModel(FilingDb db, WriteSession session, RegisterClock clock, RosterIndex roster, UseCases useCases) : DeskPage
{
    private const int HistoryLines = 5;
    public static readonly string[] Filters = ["all", "clean", "conflict", "late"];

    [BindProperty(SupportsGet = true)]
    public string? N { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public IReadOnlyList<ReadQueue.Line> All { get; private set; } = [];
    public IReadOnlyList<ReadQueue.Line> Lines { get; private set; } = [];
    public FilingView? Filing { get; private set; }
    public IReadOnlyList<ReadFilings.FilingRow> History { get; private set; } = [];

    /// <summary>Who decides: the station alone. Anyone else is told whom to call.</summary>
    public bool MayDecide => useCases.Allows(nameof(RecordFiling), Caller.Role);

    public Organisation? Station => roster.Now.Office("station", Filing?.Town ?? Caller.Town);

    /// <summary>The first emergency that waits and does not lie open.</summary>
    public ReadQueue.Line? Emergency => All.FirstOrDefault(line => line.Filing.Emergency && line.Filing.Number != N);

    public string Filter => Filters.Contains(Show) ? Show! : Filters[0];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        return Page();
    }

    /// <summary>The list alone, for the script that keeps it fresh.</summary>
    public async Task<IActionResult> OnGetListAsync(CancellationToken cancel)
    {
        await Load(cancel);
        return Partial("_Queue", this);
    }

    /// <summary>One filing alone.</summary>
    public async Task<IActionResult> OnGetPaneAsync(CancellationToken cancel)
    {
        await LoadFiling(cancel);
        return Partial("_Pane", this);
    }

    public Task<IActionResult> OnPostRecordAsync(string? conditions, string? overrideReason, CancellationToken cancel) =>
        Decide(
            new RecordFiling.Request { Conditions = Text(conditions), OverrideReason = Text(overrideReason) },
            request => RecordFiling.Handle(N ?? "", request, session, Caller, cancel),
            "station.recorded",
            cancel
        );

    public Task<IActionResult> OnPostReturnAsync(string[] reasons, string? other, CancellationToken cancel)
    {
        string[] defects =
        [
            .. reasons.Select(ReturnReasons.Of).OfType<ReturnReasons.Reason>().Select(reason => reason.Zh),
            .. Text(other) is { } more ? more.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [],
        ];
        return Decide(
            new ReturnFiling.Request { Defects = defects },
            request => ReturnFiling.Handle(N ?? "", request, session, Caller, cancel),
            "station.returned",
            cancel
        );
    }

    public Task<IActionResult> OnPostRefuseAsync(string? reason, CancellationToken cancel) =>
        Decide(
            new RefuseFiling.Request { Reason = reason?.Trim() ?? "" },
            request => RefuseFiling.Handle(N ?? "", request, session, Caller, cancel),
            "station.refused",
            cancel
        );

    /// <summary>Several at once; each is decided for itself, and what was not done is said with its reason.</summary>
    public async Task<IActionResult> OnPostBatchAsync(string[] numbers, CancellationToken cancel)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        var (recorded, faults) = (0, new List<Fault>());
        foreach (
            var (number, version) in numbers
                .Take(ReadQueue.Most)
                .Select(item => item.Split('|'))
                .Where(parts => parts.Length == 2)
                .Select(parts => (parts[0], parts[1]))
        )
        {
            Sends($"|{number}", version);
            var answer = await RecordFiling.Handle(number, new RecordFiling.Request(), session, Caller, cancel);
            if (answer.Problem is { } problem)
            {
                faults.Add(new Fault(null, $"{number}: {problem.Detail}"));
            }
            else
            {
                recorded++;
            }
        }

        if (recorded > 0)
        {
            Done(Words["station.batch.done", recorded]);
        }

        if (faults.Count == 0)
        {
            return RedirectToPage(new { Show });
        }

        Faults = faults;
        await Load(cancel);
        return Page();
    }

    private async Task<IActionResult> Decide<T>(T request, Func<T, Task<Answer>> decide, string done, CancellationToken cancel)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        FilingView? decided = null;
        if (HasShape(request))
        {
            Sends();
            decided = Took<FilingView>(await decide(request));
        }

        if (IsAskedByScript)
        {
            return new JsonResult(
                new
                {
                    ok = decided is not null,
                    sentence = decided is null ? string.Join(" ", Faults.Select(fault => fault.Sentence)) : Words[done, N],
                }
            );
        }

        if (decided is not null)
        {
            Done(Words[done, N]);
            return RedirectToPage(new { Show, N = (string?)null });
        }

        await Load(cancel);
        return Page();
    }

    private async Task Load(CancellationToken cancel)
    {
        All = await ReadQueue.Find(db, Caller, clock.Now, cancel);
        Lines =
        [
            .. All.Where(line =>
                Filter switch
                {
                    "clean" => line.IsClean,
                    "conflict" => !line.IsClean,
                    "late" => line.IsLate,
                    _ => true,
                }
            ),
        ];
        N ??= Lines.Count > 0 ? Lines[0].Filing.Number : null;
        await LoadFiling(cancel);
    }

    private async Task LoadFiling(CancellationToken cancel)
    {
        Filing = N is null ? null : (await ReadFilings.One(N, db, Caller, clock, cancel)).Read<FilingView>();
        if (Filing is not { } shown)
        {
            return;
        }

        var rows = await db
            .Filings.AsNoTracking()
            .VisibleTo(Caller)
            .Where(filing => filing.Enterprise == shown.Enterprise && filing.Number != shown.Number)
            .OrderByDescending(filing => filing.CreatedAt)
            .ThenByDescending(filing => filing.Number)
            .Take(HistoryLines)
            .ToListAsync(cancel);
        History = [.. rows.Select(filing => ReadFilings.Row(filing, clock.Now))];
    }

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}
