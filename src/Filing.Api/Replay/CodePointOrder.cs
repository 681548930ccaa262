namespace FilingApi.Replay;

/// <summary>
/// Orders strings by code point. <see cref="string.CompareOrdinal(string, string)"/> compares UTF-16 units,
/// so it puts U+20000 before U+FF21.
/// </summary>
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

    // A surrogate is half of a code point above U+FFFF, so it ranks after the units U+E000 to U+FFFF.
    // Pairs that differ only in their second half already compare correctly.
    private static int Rank(char unit) => unit is >= FirstSurrogate and < FirstAfterSurrogates ? unit + 0x10000 : unit;
}
