using Microsoft.EntityFrameworkCore;

namespace Contracts.Delivery;

/// <summary>Registered where other processes use the same store: rows are claimed before they are sent.</summary>
public sealed record SharedStore;

/// <summary>
/// Claims outbox rows for one process, for the time of a lease: if the process dies, its rows become free when the lease ends.
/// </summary>
internal static class OutboxClaims
{
    /// <summary>Longer than a batch can take while the broker is away.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static async Task<List<OutboxRow>> Claim(DbContext db, DateTimeOffset now, int most, CancellationToken cancel)
    {
        // Reading takes no lock; claiming does.
        var latest = now + OutboxRow.LongestPause;
        if (
            !await db.Set<OutboxRow>()
                .AnyAsync(row => row.ParkedAt == null && (row.NextAt == null || row.NextAt <= now || row.NextAt > latest), cancel)
        )
        {
            return [];
        }

        var (since, until) = (now.ToUnixTimeMilliseconds(), (now + Lease).ToUnixTimeMilliseconds());
#pragma warning disable EF1002 // table and schema are the model's
        return await db.Set<OutboxRow>()
            .FromSqlRaw(
                db.Database.IsSqlServer()
                    ? $$"""
                    UPDATE TOP ({2}) claimed SET [NextAt] = {1} OUTPUT inserted.*
                    FROM [{{db.Model.GetDefaultSchema()}}].[outbox] AS claimed WITH (UPDLOCK, READPAST, ROWLOCK)
                    WHERE [ParkedAt] IS NULL AND ([NextAt] IS NULL OR [NextAt] <= {0} OR [NextAt] > {3})
                    """
                    : """
                    UPDATE outbox SET NextAt = {1} WHERE Id IN (
                      SELECT Id FROM outbox
                      WHERE ParkedAt IS NULL AND (NextAt IS NULL OR NextAt <= {0} OR NextAt > {3})
                      ORDER BY Id LIMIT {2}
                    ) RETURNING *
                    """,
                since,
                until,
                most,
                latest.ToUnixTimeMilliseconds()
            )
            .AsNoTracking()
            .ToListAsync(cancel);
#pragma warning restore EF1002
    }
}
