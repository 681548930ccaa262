namespace FilingApi.Replay;

/// <summary>Ordinal by code point. <see cref="string.CompareOrdinal(string, string)"/> goes by UTF-16 unit and puts U+20000 before U+FF21.</summary>
public sealed class CodePointOrder : IComparer<string?>
{
    private const char FirstSurrogate = '\uD800';
    private const char FirstAfterSurrogates = '\uE000';

    public static CodePointOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var same = x.AsSpan().CommonPrefixLength(y);
        return same == x.Length || same == y.Length ? x.Length.CompareTo(y.Length) : Rank(x[same]).CompareTo(Rank(y[same]));
    }

    // A surrogate stands for a code point above all others, so it ranks behind the units U+E000 to U+FFFF.
    // Pairs that part only in their second half compare rightly as they are.
    private static int Rank(char unit) => unit is >= FirstSurrogate and < FirstAfterSurrogates ? unit + 0x10000 : unit;
}
