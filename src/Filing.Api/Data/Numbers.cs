using System.Globalization;
using System.Security.Cryptography;
using Contracts.Delivery;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Data;

/// <summary>Numbers of filings (XW), orders (DD) and arrivals (JS), and check words (R7).</summary>
public static class Numbers
{
    /// <summary>Without letters and digits that look alike.</summary>
    private const string WordLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int WordLength = 6;

    /// <summary>
    /// Rising per kind, town and day; gaps are allowed. One statement reads and raises: whoever takes a number holds the row until its
    /// commit, in any process.
    /// </summary>
    public static async Task<string> NextNumber(this FilingDb db, string kind, string town, DateTimeOffset now, CancellationToken cancel)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{kind}-{town}-{now.ToChina():yyyyMMdd}");
        if (await Raise(db, prefix, cancel) is not { } last)
        {
            var (table, alone) = (db.TableOf<SequenceRow>(), db.Database.IsSqlServer() ? "WITH (UPDLOCK, HOLDLOCK)" : "");
            await db.RunPrepared(
                $"INSERT INTO {table} (Prefix, Last) SELECT @p0, 0 WHERE NOT EXISTS (SELECT 1 FROM {table} {alone} WHERE Prefix = @p0)",
                [prefix],
                cancel
            );
            last =
                await Raise(db, prefix, cancel)
                ?? throw new InvalidOperationException($"The sequence {prefix} was just begun and is not there.");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{last:0000}");
    }

    private static async Task<int?> Raise(FilingDb db, string prefix, CancellationToken cancel)
    {
        var (output, returning) = db.Database.IsSqlServer() ? ("OUTPUT inserted.Last", "") : ("", "RETURNING Last");
        var raised = await db.AskPrepared(
            $"UPDATE {db.TableOf<SequenceRow>()} SET Last = Last + 1 {output} WHERE Prefix = @p0 {returning}",
            [prefix],
            cancel
        );
        return raised is null ? null : Convert.ToInt32(raised, CultureInfo.InvariantCulture);
    }

    public static string NewWord() => RandomNumberGenerator.GetString(WordLetters, WordLength);
}
