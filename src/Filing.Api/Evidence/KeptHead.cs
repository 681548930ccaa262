using System.Globalization;

namespace FilingApi.Evidence;

/// <summary>A head kept outside the store, in the format of receipts: <c>BOOK:DAY:LINKS:HASH</c>.</summary>
public sealed record KeptHead(string Book, string Day, long Links, string Hash)
{
    /// <summary>Null if the arguments are not heads.</summary>
    public static IReadOnlyList<KeptHead>? Read(string[] args)
    {
        var kept = new List<KeptHead>();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (args[i] != "--head" || i + 1 == args.Length || args[i + 1].Split(':') is not [var book, var day, var links, var hash])
            {
                return null;
            }

            if (
                Evidence.Book.OfFiling.Concat(Evidence.Book.OfQuestions).All(known => known.Name != book)
                || !DateOnly.TryParseExact(day, "yyyy-MM-dd", out _)
            )
            {
                return null;
            }
            if (
                !long.TryParse(links, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                || hash.Length != Digest.Length * 2
            )
            {
                return null;
            }

            kept.Add(new KeptHead(book, day, position, hash.ToLowerInvariant()));
        }

        return kept;
    }
}
