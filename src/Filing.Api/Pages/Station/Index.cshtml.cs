using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages.Station;

/// <summary>The station's queue and the filing before it. One key records, held five seconds by the page's script so that it can be undone;
/// without script a press records at once. The supervisor, to whom what is late is escalated (R8) and who hears of an emergency at any
/// hour, sees the same and decides nothing.</summary>
public sealed class IndexModel(FilingDb db, WriteSession session, RegisterClock clock, RosterIndex roster, UseCases useCases) : DeskPage
{
    private const int HistoryLines = 8;
    public static readonly ReadQueue.Filter[] Filters = Enum.GetValues<ReadQueue.Filter>();

    [BindProperty(SupportsGet = true)]
    public string? N { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Where the page of the queue before this one ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ReadQueue.Queue Queue { get; private set; } = null!;

    /// <summary>Somebody asked for this filing: it is shown whatever has become of it, and never another in its place.</summary>
    public bool IsAsked { get; private set; }
    public FilingView? Filing { get; private set; }
    public ReadCorrections.Corrections? Corrections { get; private set; }
    public IReadOnlyList<ReadFilings.FilingRow> History { get; private set; } = [];
    public int HistoryCount { get; private set; }

    /// <summary>Who decides: the station alone. Anyone else is told whom to call.</summary>
    public bool MayDecide => useCases.Allows(nameof(RecordFiling), Caller.Role);

    public bool Waits => Filing?.Status == FilingStatus.Submitted;

    /// <summary>What became of a filing that no longer waits.</summary>
    public string? WhoDid => Filing is { } filing && LastAct.Of(filing.Timeline, clock.Now) is { } last ? Caller.Say(last) : null;

    public bool BeginsBeforeAnswer => Filing is { Overdue: false } filing && (filing.DueAt is not { } due || filing.From < due);

    public Organisation? Station => roster.Now.Office("station", Filing?.Town ?? Caller.Town);

    /// <summary>The first emergency that waits and does not lie open.</summary>
    public ReadQueue.Line? Emergency => Queue.Emergencies.FirstOrDefault(line => line.Filing.Number != N);

    public ReadQueue.Filter Filter => Filters.FirstOrDefault(filter => NameOf(filter) == Show);

    public static string NameOf(ReadQueue.Filter filter) => filter.ToString().ToLowerInvariant();

    /// <summary>The page with another part of the queue, or another filing open.</summary>
    public string Address(string? n = null) => AddressOf(Filter, After, n);

    public static string AddressOf(ReadQueue.Filter filter, string? after = null, string? n = null, string? handler = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("handler", handler), ("show", NameOf(filter)), ("after", after), ("n", n) })
        {
            if (value is { Length: > 0 })
            {
                query.Add(name, value);
            }
        }

        return $"/station{query}";
    }

    /// <summary>Where a form of the page goes: it comes back to the same part of the queue.</summary>
    public string Act(string handler) => AddressOf(Filter, After, null, handler);

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
        IsAsked = true;
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

        if (IsAskedByScript)
        {
            var done = recorded > 0 ? [Words["station.batch.done", recorded]] : Array.Empty<string>();
            return Told(faults.Count == 0, string.Join(" ", done.Concat(faults.Select(fault => fault.Sentence))));
        }

        if (recorded > 0)
        {
            Done(Words["station.batch.done", recorded]);
        }

        if (faults.Count == 0)
        {
            return Redirect(Address());
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
            Faults = [.. Faults.Select(fault => fault with { Sentence = $"{N}: {fault.Sentence}" })];
        }

        if (IsAskedByScript)
        {
            return Told(decided is not null, decided is null ? string.Join(" ", Faults.Select(fault => fault.Sentence)) : Words[done, N]);
        }

        if (decided is not null)
        {
            Done(Words[done, N]);
            return Redirect(Address());
        }

        await Load(cancel);
        return Page();
    }

    private static JsonResult Told(bool ok, string sentence) => new(new { ok, sentence });

    private async Task Load(CancellationToken cancel)
    {
        N = Text(N);
        IsAsked = N is not null;
        var asked = new ReadQueue.Asked(Filter, Cursor.TryParse(After, out var after) ? after : null, N);
        Queue = await ReadQueue.Find(asked, db, Caller, clock.Now, cancel);
        N ??= Queue.Lines.Count > 0 ? Queue.Lines[0].Filing.Number : null;
        await LoadFiling(cancel);
    }

    private async Task LoadFiling(CancellationToken cancel)
    {
        Filing = N is null ? null : (await ReadFilings.One(N, db, Caller, clock, cancel)).Read<FilingView>();
        if (Filing is not { } shown)
        {
            return;
        }

        Corrections = await ReadCorrections.Of(shown.Number, db, cancel);
        var others = db
            .Filings.AsNoTracking()
            .VisibleTo(Caller)
            .Where(filing => filing.Enterprise == shown.Enterprise && filing.Number != shown.Number);
        HistoryCount = await others.CountAsync(cancel);
        var rows = await others
            .OrderByDescending(filing => filing.CreatedAt)
            .ThenByDescending(filing => filing.Number)
            .Take(HistoryLines)
            .ToListAsync(cancel);
        History = [.. rows.Select(filing => ReadFilings.Row(filing, clock.Now))];
    }

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}
