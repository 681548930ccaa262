using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>What a station has before it: emergencies first, then by deadline, each with what stands against it (R6).</summary>
public static class ReadQueue
{
    /// <summary>More than a day's work of a town; the rest follows when these are done.</summary>
    public const int Most = 60;
    public static readonly TimeSpan Soon = TimeSpan.FromHours(2);

    public sealed record Line(ReadFilings.FilingRow Filing, IReadOnlyList<Conflict> Conflicts, DateTimeOffset Now)
    {
        public bool IsClean => Conflicts.Count == 0;
        public bool IsLate => Filing.DueAt < Now + Soon;
    }

    public static async Task<IReadOnlyList<Line>> Find(FilingDb db, Caller caller, DateTimeOffset now, CancellationToken cancel)
    {
        var far = DateTimeOffset.FromUnixTimeMilliseconds(253402300799999);
        var filings = await db
            .Filings.AsNoTracking()
            .VisibleTo(caller)
            .Where(filing => filing.Status == FilingStatus.Submitted)
            .OrderByDescending(filing => db.Reviews.Any(review => review.Number == filing.Number && review.Emergency))
            .ThenBy(filing => filing.DueAt ?? far)
            .ThenBy(filing => filing.Number)
            .Take(Most)
            .ToListAsync(cancel);
        var lines = new List<Line>();
        foreach (var filing in filings)
        {
            lines.Add(new Line(ReadFilings.Row(filing, now), await db.ConflictsOf(filing, cancel), now));
        }

        return [.. lines.OrderByDescending(line => line.Filing.Emergency)];
    }
}
