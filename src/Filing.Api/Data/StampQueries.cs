using Contracts.Delivery;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Data;

/// <summary>The last stamp of all processes (R2).</summary>
public static class StampQueries
{
    /// <summary>Nobody else acts until the transaction ends; gives the last stamp. On SQLite the transaction itself is the lock.</summary>
    public static async Task<DateTimeOffset> LockStamps(this FilingDb db)
    {
        if (db.Database.IsSqlServer())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE [filing].[stamps] SET [Last] = [Last]");
        }

        return await db.Stamps.AsNoTracking().Select(stamp => stamp.Last).SingleAsync();
    }

    /// <summary>With every act, so past EF's pipeline.</summary>
    public static Task KeepStamp(this FilingDb db, DateTimeOffset now, CancellationToken cancel) =>
        db.RunPrepared($"UPDATE {db.TableOf<StampRow>()} SET Last = @p0", [now.ToUnixTimeMilliseconds()], cancel);
}
