using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Contracts.Delivery;

/// <summary>Named locks that SQL Server holds until the transaction ends. On SQLite the single write transaction is the lock.</summary>
public static class AppLock
{
    private const int WaitMilliseconds = 30_000;

    /// <summary>Takes all of them, always in the same order, so that two requests for the same names cannot deadlock.</summary>
    public static async Task Lock(this DbContext db, IEnumerable<string> names, CancellationToken cancel)
    {
        if (!db.Database.IsSqlServer())
        {
            return;
        }

        var ordered = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray<object>();
        if (ordered.Length == 0)
        {
            return;
        }

        var text = new StringBuilder("DECLARE @got int;\n");
        for (var i = 0; i < ordered.Length; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                EXEC @got = sp_getapplock @Resource = {{{i}}}, @LockMode = 'Exclusive', @LockOwner = 'Transaction',
                    @LockTimeout = {{WaitMilliseconds}};
                IF @got < 0 THROW 51000, 'The lock was not granted in time.', 1;

                """
            );
        }

        await db.Database.ExecuteSqlRawAsync(text.ToString(), ordered, cancel);
    }
}
