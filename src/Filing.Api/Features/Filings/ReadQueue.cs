using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>
/// What a station has before it: emergencies first, then by what comes first, the due moment or the start of the work, each with whether
/// something stands against it (R6). The whole queue is read, so that what is counted is what waits and not what is shown.
/// </summary>
public static class ReadQueue
{
    public const int PageSize = 50;

    /// <summary>Where even counting ends; no station has had as many before it.</summary>
    public const int Most = 2000;
    public static readonly TimeSpan Soon = TimeSpan.FromHours(2);
    private static readonly DateTimeOffset Far = DateTimeOffset.FromUnixTimeMilliseconds(253402300799999);

    public enum Filter
    {
        All,
        Clean,
        Conflict,
        Soon,
        Overdue,
    }

    public sealed record Line(ReadFilings.FilingRow Filing, bool IsClean, DateTimeOffset Now)
    {
        public bool IsSoon => !Filing.Overdue && Filing.DueAt < Now + Soon;

        /// <summary>An answer at the last moment would come after the trucks have gone out.</summary>
        public bool BeginsBeforeAnswer => !Filing.Overdue && (Filing.DueAt is not { } due || Filing.From < due);

        /// <summary>Nothing in it needs a look of its own: it may be recorded together with others.</summary>
        public bool IsPlain => IsClean && !Filing.Overdue && !Filing.Emergency && Filing.To >= Now;

        /// <summary>Its place in the queue.</summary>
        internal (int Rank, long First, string Number) Place => (Filing.Emergency ? 0 : 1, First.ToUnixTimeMilliseconds(), Filing.Number);

        internal Cursor Cursor => new(First, $"{Place.Rank}{Filing.Number}");

        private DateTimeOffset First => Filing.DueAt is { } due && due < Filing.From ? due : Filing.From;

        public bool Is(Filter filter) =>
            filter switch
            {
                Filter.Clean => IsClean,
                Filter.Conflict => !IsClean,
                Filter.Soon => IsSoon,
                Filter.Overdue => Filing.Overdue,
                _ => true,
            };
    }

    /// <param name="Lines">A page of those that match.</param>
    /// <param name="Counts">Of all that wait.</param>
    /// <param name="IsCut">More wait than are counted.</param>
    /// <param name="Emergencies">All that wait, whatever the page shows.</param>
    /// <param name="Before">The cursor of the page before; empty: the first page; null: there is none.</param>
    /// <param name="Next">The cursor of the next page; null: there is none.</param>
    public sealed record Queue(
        IReadOnlyList<Line> Lines,
        IReadOnlyDictionary<Filter, int> Counts,
        bool IsCut,
        IReadOnlyList<Line> Emergencies,
        string? Before,
        string? Next
    );

    /// <param name="Filter">Which of those that wait.</param>
    /// <param name="After">Where the page before ended.</param>
    /// <param name="Open">Without a cursor: the page that has this filing.</param>
    public sealed record Asked(Filter Filter = Filter.All, Cursor? After = null, string? Open = null);

    public static async Task<Queue> Find(Asked asked, FilingDb db, Caller caller, DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = db.Filings.AsNoTracking().VisibleTo(caller).Where(filing => filing.Status == FilingStatus.Submitted);
        var filings = await waiting
            .OrderByDescending(filing => db.Reviews.Any(review => review.Number == filing.Number && review.Emergency))
            .ThenBy(filing => (filing.DueAt ?? Far) < filing.From ? (filing.DueAt ?? Far) : filing.From)
            .ThenBy(filing => filing.Number)
            .Take(Most + 1)
            .ToListAsync(cancel);
        var isCut = filings.Count > Most;
        filings = isCut ? filings[..Most] : filings;
        var conflicting = await db.WithConflicts(waiting, filings, cancel);
        List<Line> all =
        [
            .. filings
                .Select(filing => new Line(ReadFilings.Row(filing, now), !conflicting.Contains(filing.Number), now))
                .OrderBy(line => line.Place),
        ];
        var matching = all.FindAll(line => line.Is(asked.Filter));
        var start = Start(asked, matching);
        var lines = matching.GetRange(start, Math.Min(PageSize, matching.Count - start));
        return new Queue(
            lines,
            Enum.GetValues<Filter>().ToDictionary(filter => filter, filter => all.Count(line => line.Is(filter))),
            isCut,
            all.FindAll(line => line.Filing.Emergency),
            start == 0 ? null
                : start <= PageSize ? ""
                : matching[start - PageSize - 1].Cursor.ToString(),
            start + lines.Count < matching.Count ? lines[^1].Cursor.ToString() : null
        );
    }

    private static int Start(Asked asked, List<Line> lines)
    {
        var start =
            asked.After is { Key: [var rank, .. var number] } after
                ? lines.FindIndex(line => line.Place.CompareTo((rank - '0', after.At.ToUnixTimeMilliseconds(), number)) > 0)
            : asked.Open is { } open ? Math.Max(0, lines.FindIndex(line => line.Filing.Number == open)) / PageSize * PageSize
            : 0;

        // Everything after the cursor has been decided: the last page there is.
        return start >= 0 ? start : Math.Max(0, lines.Count - 1) / PageSize * PageSize;
    }
}
