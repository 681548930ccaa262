using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>What a town's station decided: who, when and why, the newest first.</summary>
public static class ReadDecisions
{
    public static readonly IReadOnlyList<FilingAct> Acts = [FilingAct.Record, FilingAct.Return, FilingAct.Refuse, FilingAct.Revoke];
    private static readonly string[] Names = [.. Acts.Select(act => act.Wire())];
    private static readonly Paging<TimelineEntry> Newest = Paging<TimelineEntry>.NewestFirst(entry => entry.Id);

    /// <param name="From">First moment.</param>
    /// <param name="To">The moment after the last.</param>
    /// <param name="Text">What is searched for among the filings that were decided.</param>
    /// <param name="By">The account that decided.</param>
    public sealed record Filter(DateTimeOffset? From, DateTimeOffset? To, string? Text, string? By);

    public sealed record Decision(
        DateTimeOffset At,
        string Number,
        int Seq,
        FilingAct Act,
        string Account,
        string Enterprise,
        string Site,
        IReadOnlyList<TruckRef> Trucks,
        TimelineDetail? Detail
    );

    /// <summary>Every decision of the caller's towns that fits, whatever it was.</summary>
    public static IQueryable<TimelineEntry> Matching(Filter filter, FilingDb db, RosterIndex.Snapshot roster, Caller caller)
    {
        var entries = All(db, caller);
        if (filter.From is { } from)
        {
            entries = entries.Where(entry => entry.At >= from);
        }

        if (filter.To is { } to)
        {
            entries = entries.Where(entry => entry.At < to);
        }

        if (filter.By is { } account)
        {
            entries = entries.Where(entry => entry.Account == account);
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var filings = db.Filings.AsNoTracking().VisibleTo(caller).Matching(filter.Text, db, roster);
            entries = entries.Where(entry => filings.Any(filing => filing.Number == entry.Key));
        }

        return entries;
    }

    public static IQueryable<TimelineEntry> Of(this IQueryable<TimelineEntry> entries, FilingAct? act)
    {
        if (act is not { } one)
        {
            return entries;
        }

        var name = one.Wire();
        return entries.Where(entry => entry.Act == name);
    }

    /// <summary>How many of each act.</summary>
    public static async Task<IReadOnlyDictionary<FilingAct, int>> Count(IQueryable<TimelineEntry> entries, CancellationToken cancel) =>
        (
            await entries.GroupBy(entry => entry.Act).Select(group => new { Act = group.Key, Count = group.Count() }).ToListAsync(cancel)
        ).ToDictionary(row => WireName<FilingAct>.Parse(row.Act), row => row.Count);

    /// <summary>Who ever decided.</summary>
    public static async Task<IReadOnlyList<string>> Deciders(FilingDb db, Caller caller, CancellationToken cancel) =>
        await All(db, caller).Select(entry => entry.Account).Distinct().OrderBy(account => account).ToListAsync(cancel);

    public static async Task<Page<Decision>> Find(
        IQueryable<TimelineEntry> entries,
        Cursor? cursor,
        int size,
        FilingDb db,
        CancellationToken cancel
    )
    {
        var rows = await Newest.Rows(entries, cursor, cancel, size);
        var numbers = rows.Select(entry => entry.Key).Distinct().ToArray();
        var filings = await db
            .Filings.AsNoTracking()
            .Where(filing => numbers.Contains(filing.Number))
            .ToDictionaryAsync(filing => filing.Number, cancel);
        return Newest.ToPage(rows, entry => Row(entry, filings[entry.Key]), size);
    }

    /// <summary>The newest of them without pages, for a file.</summary>
    public static async Task<IReadOnlyList<Decision>> All(
        IQueryable<TimelineEntry> entries,
        int most,
        FilingDb db,
        CancellationToken cancel
    )
    {
        var rows = await Newest
            .Ordered(entries)
            .Take(most)
            .Join(db.Filings.AsNoTracking(), entry => entry.Key, filing => filing.Number, (entry, filing) => new { entry, filing })
            .ToListAsync(cancel);
        return [.. rows.OrderByDescending(row => row.entry.Id).Select(row => Row(row.entry, row.filing))];
    }

    private static IQueryable<TimelineEntry> All(FilingDb db, Caller caller) =>
        db.Timeline.AsNoTracking().Where(entry => entry.Subject == SubjectKind.Filing && Names.Contains(entry.Act)).InTownsOf(caller);

    private static Decision Row(TimelineEntry entry, Filing filing) =>
        new(
            entry.At,
            entry.Key,
            entry.Seq,
            WireName<FilingAct>.Parse(entry.Act),
            entry.Account,
            filing.Enterprise,
            filing.Body.Site.Name,
            filing.Body.Trucks,
            entry.Detail
        );
}
