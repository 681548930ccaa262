using System.Globalization;
using System.Security.Cryptography;
using Contracts.Delivery;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>Numbers of filings (XW), orders (DD) and arrivals (JS), and check words (R7).</summary>
public static class Numbers
{
    /// <summary>Without letters and digits that look alike.</summary>
    private const string WordLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int WordLength = 6;
    private static readonly CompiledQuery<Func<FilingDb, string, CancellationToken, Task<SequenceRow?>>> Stored = new(() => EF.CompileAsyncQuery(
        (FilingDb db, string prefix, CancellationToken _) => db.Sequences.SingleOrDefault(row => row.Prefix == prefix)));

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Rising per kind, town and day; gaps are allowed.</summary>
    public static async Task<string> NextNumber(this FilingDb db, string kind, string town, DateTimeOffset now, CancellationToken cancel)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{kind}-{town}-{now.ToOffset(China):yyyyMMdd}");
        var sequence = await Stored.In(db)(db, prefix, cancel) ?? db.AddedSinceSave<SequenceRow>().FirstOrDefault(row => row.Prefix == prefix);
        if (sequence is null)
        {
            sequence = new SequenceRow { Prefix = prefix, Last = 0 };
            db.Sequences.Add(sequence);
        }

        sequence.Last++;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{sequence.Last:0000}");
    }

    public static string NewWord() => RandomNumberGenerator.GetString(WordLetters, WordLength);
}
