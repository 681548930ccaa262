using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>What a town's station decided: who, when and why, the newest first.</summary>
public static class ReadDecisions
{
    public static readonly IReadOnlyList<FilingAct> Acts = [FilingAct.Record, FilingAct.Return, FilingAct.Refuse, FilingAct.Revoke];

    /// <param name="Act">One of <see cref="Acts"/>; null: all.</param>
    /// <param name="From">First moment.</param>
    /// <param name="To">The moment after the last.</param>
    /// <param name="Plate">In its one form.</param>
    public sealed record Filter(FilingAct? Act, DateTimeOffset? From, DateTimeOffset? To, string? Plate);

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

    public static async Task<IReadOnlyList<Decision>> Find(Filter filter, int most, FilingDb db, Caller caller, CancellationToken cancel)
    {
        string[] acts = filter.Act is { } one ? [one.Wire()] : [.. Acts.Select(act => act.Wire())];
        var entries = db.Timeline.AsNoTracking().Where(entry => entry.Subject == SubjectKind.Filing && acts.Contains(entry.Act));
        if (filter.From is { } from)
        {
            entries = entries.Where(entry => entry.At >= from);
        }

        if (filter.To is { } to)
        {
            entries = entries.Where(entry => entry.At < to);
        }

        if (filter.Plate is { } plate)
        {
            entries = entries.Where(entry => db.FilingTrucks.Any(truck => truck.Number == entry.Key && truck.Plate == plate));
        }

        var rows = await entries
            .Join(
                db.Filings.AsNoTracking().VisibleTo(caller),
                entry => entry.Key,
                filing => filing.Number,
                (entry, filing) =>
                    new
                    {
                        Entry = entry,
                        filing.Enterprise,
                        filing.Body,
                    }
            )
            .OrderByDescending(row => row.Entry.At)
            .ThenByDescending(row => row.Entry.Key)
            .ThenByDescending(row => row.Entry.Seq)
            .Take(most)
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new Decision(
                row.Entry.At,
                row.Entry.Key,
                row.Entry.Seq,
                WireName<FilingAct>.Parse(row.Entry.Act),
                row.Entry.Account,
                row.Enterprise,
                row.Body.Site.Name,
                row.Body.Trucks,
                row.Entry.Detail
            )),
        ];
    }
}
