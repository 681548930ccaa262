using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>An enterprise's filings by what they wait for: its own hand, the station or the truck, nothing any more.</summary>
public static class ReadStages
{
    public enum Stage
    {
        Todo,
        Running,
        Done,
        All,
    }

    /// <param name="Text">What is searched for.</param>
    /// <param name="From">Windows that end at or after it.</param>
    /// <param name="To">Windows that begin before it.</param>
    public sealed record Filter(string? Text = null, DateTimeOffset? From = null, DateTimeOffset? To = null);

    /// <summary>What was received of a filing so far.</summary>
    public sealed record Received(int Trips, decimal M3);

    public static IQueryable<Filing> In(this IQueryable<Filing> filings, Stage stage, DateTimeOffset now) =>
        stage switch
        {
            Stage.Todo => filings.Where(filing => filing.Status == FilingStatus.Draft || filing.Status == FilingStatus.Returned),
            Stage.Running => filings.Where(filing =>
                filing.Status == FilingStatus.Submitted || (filing.Status == FilingStatus.Recorded && filing.To >= now)
            ),
            Stage.Done => filings.Where(filing =>
                filing.Status == FilingStatus.Refused
                || filing.Status == FilingStatus.Withdrawn
                || filing.Status == FilingStatus.Revoked
                || filing.Status == FilingStatus.Completed
                || (filing.Status == FilingStatus.Recorded && filing.To < now)
            ),
            _ => filings,
        };

    /// <summary>What the caller sees of what is searched for, in every stage.</summary>
    public static IQueryable<Filing> Matching(Filter filter, FilingDb db, RosterIndex.Snapshot roster, Caller caller)
    {
        var filings = db.Filings.AsNoTracking().VisibleTo(caller).Matching(filter.Text, db, roster);
        if (filter.From is { } from)
        {
            filings = filings.Where(filing => filing.To >= from);
        }

        if (filter.To is { } to)
        {
            filings = filings.Where(filing => filing.From < to);
        }

        return filings;
    }

    /// <summary>How many there are in every stage, each counted once.</summary>
    public static async Task<IReadOnlyDictionary<Stage, int>> Count(
        IQueryable<Filing> filings,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var counts = await filings
            .GroupBy(filing => new { filing.Status, IsOver = filing.To < now })
            .Select(group => new
            {
                group.Key.Status,
                group.Key.IsOver,
                Count = group.Count(),
            })
            .ToListAsync(cancel);
        int Of(Func<FilingStatus, bool, bool> isIn) => counts.Where(row => isIn(row.Status, row.IsOver)).Sum(row => row.Count);
        var (todo, running, all) = (
            Of((status, _) => status is FilingStatus.Draft or FilingStatus.Returned),
            Of((status, isOver) => status == FilingStatus.Submitted || (status == FilingStatus.Recorded && !isOver)),
            Of((_, _) => true)
        );
        return new Dictionary<Stage, int>
        {
            [Stage.Todo] = todo,
            [Stage.Running] = running,
            [Stage.Done] = all - todo - running,
            [Stage.All] = all,
        };
    }

    public static Task<Page<ReadFilings.FilingRow>> Find(
        IQueryable<Filing> filings,
        Cursor? cursor,
        int size,
        DateTimeOffset now,
        CancellationToken cancel
    ) => ReadFilings.Newest.Page(filings, cursor, filing => ReadFilings.Row(filing, now), cancel, size);

    /// <summary>What was received of each filing.</summary>
    public static async Task<IReadOnlyDictionary<string, Received>> ReceivedOf(
        IQueryable<Filing> filings,
        FilingDb db,
        CancellationToken cancel
    )
    {
        var trips = await db
            .Trips.AsNoTracking()
            .Where(trip => trip.State == TripState.Received && filings.Any(filing => filing.Number == trip.Number))
            .Select(trip => new { trip.Number, trip.ReceivedM3 })
            .ToListAsync(cancel);
        return trips
            .GroupBy(trip => trip.Number)
            .ToDictionary(group => group.Key, group => new Received(group.Count(), group.Sum(trip => trip.ReceivedM3 ?? 0)));
    }
}
