using Contracts.Delivery;
using Contracts.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Data;

/// <summary>Whether a sighting belongs to an announced run, by the highest version of the run that names it.</summary>
public sealed class RunSightingRow
{
    public required Guid RunId { get; init; }
    public required string SightingId { get; init; }
    public required int Version { get; init; }
    public required bool IsMember { get; init; }
}

public static class RunSightings
{
    public static async Task KeepMembers(this FilingDb db, RunUpdate update, CancellationToken cancel)
    {
        foreach (var (id, isMember) in update.Joined.Select(id => (id, true)).Concat(update.Left.Select(id => (id, false))))
        {
            await db.RunPrepared(TextOf(db), [update.Run.Id, id, update.Run.Version, isMember], cancel);
        }
    }

    /// <summary>The ids of each run, in ordinal order.</summary>
    public static async Task<ILookup<Guid, string>> MembersOf(this FilingDb db, IReadOnlyCollection<Guid> runs, CancellationToken cancel)
    {
        var rows = await db
            .RunSightings.AsNoTracking()
            .Where(row => runs.Contains(row.RunId) && row.IsMember)
            .Select(row => new { row.RunId, row.SightingId })
            .ToListAsync(cancel);
        return rows.OrderBy(row => row.SightingId, StringComparer.Ordinal).ToLookup(row => row.RunId, row => row.SightingId);
    }

    /// <summary>Inserts or updates the row in one call: it runs with every red sighting.</summary>
    private static string TextOf(FilingDb db)
    {
        var table = db.TableOf<RunSightingRow>();
        return db.Database.IsSqlServer()
            // Insert first: another process with a higher version waits, and then finds the row.
            ? $"INSERT INTO {table} (RunId, SightingId, Version, IsMember) SELECT @p0, @p1, @p2, @p3 "
                + $"WHERE NOT EXISTS (SELECT 1 FROM {table} WITH (UPDLOCK, HOLDLOCK) WHERE RunId = @p0 AND SightingId = @p1); "
                + $"UPDATE {table} SET Version = @p2, IsMember = @p3 WHERE RunId = @p0 AND SightingId = @p1 AND Version < @p2"
            : $"INSERT INTO {table} (RunId, SightingId, Version, IsMember) VALUES (@p0, @p1, @p2, @p3) "
                + "ON CONFLICT (RunId, SightingId) DO UPDATE SET Version = excluded.Version, IsMember = excluded.IsMember "
                + "WHERE excluded.Version > Version";
    }
}
