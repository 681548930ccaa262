using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Contracts.Register;

/// <summary>A number plate in its stored form (R1): NFKC, upper case, without dots, dashes, spaces and zero-width characters.</summary>
/// <remarks>GA 36-2018; the form and the tested expression are those of the fact sheet §1.2 and §1.3.</remarks>
public readonly partial record struct Plate
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private const string TraditionalProvinces = "滬雲遼魯蘇贛晉陝閩貴粵寧瓊";
    private const string SimplifiedProvinces = "沪云辽鲁苏赣晋陕闽贵粤宁琼";
    private const string Dots = "·•・‧∙●.。_";

    /// <summary>The longest raw input examined, in characters; longer input is not a plate.</summary>
    public const int LongestInput = 64;

    private Plate(string value) => Value = value;

    public string Value { get; }

    /// <summary>The display form: a dot after the second character.</summary>
    public string Display => $"{Value[..2]}·{Value[2..]}";

    /// <summary>The masked form: the first two and the last two characters.</summary>
    public string Masked => $"{Value[..2]}***{Value[^2..]}";

    public static bool TryParse(string? raw, out Plate plate)
    {
        // Most input is already in stored form and needs no normalisation.
        var value = raw is not null && IsStoredForm(raw) ? raw : Normalise(raw);
        var valid = value is not null && Form().IsMatch(value);
        plate = valid ? new Plate(value!) : default;
        return valid;
    }

    public static Plate Parse(string raw) =>
        TryParse(raw, out var plate) ? plate : throw new FormatException($"'{raw}' is not a plate (R1).");

    /// <summary>The normalised text, plate or not; null for text that cannot be a plate at all.</summary>
    public static string? Normalise(string? raw)
    {
        if (raw is null || raw.Length > LongestInput || !CanNormalise(raw))
        {
            return null;
        }

        var text = new StringBuilder(raw.Length);
        foreach (var character in raw.Normalize(NormalizationForm.FormKC))
        {
            if (!IsDropped(character))
            {
                text.Append(char.ToUpperInvariant(character));
            }
        }

        if (text.Length > 0 && TraditionalProvinces.IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var at)
        {
            text[0] = SimplifiedProvinces[at];
        }

        return text.ToString();
    }

    public override string ToString() => Value;

    private static bool IsStoredForm(string raw)
    {
        if (raw.Length is < 7 or > 8 || !Provinces.Contains(raw[0], StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var character in raw.AsSpan(1))
        {
            if (character is not ((>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDropped(char character) =>
        Dots.Contains(character, StringComparison.Ordinal)
        || char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control;

    /// <summary>
    /// False for a lone surrogate and for U+FFFE, which is no character: <see cref="string.Normalize()"/> throws on them.
    /// </summary>
    public static bool CanNormalise(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] == '\uFFFE')
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(
        "^(?:["
            + Provinces
            + "][A-HJ-NP-Z](?:[0-9]{5}[A-HJK]|[A-HJK][A-HJ-NP-Z0-9][0-9]{4})"
            + "|["
            + Provinces
            + "][A-HJ-NP-Z](?!(?:[0-9]*[A-HJ-NP-Z]){3})[A-HJ-NP-Z0-9]{5}"
            + "|["
            + Provinces
            + "][A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}[挂学警]"
            + "|粤Z[A-HJ-NP-Z0-9]{4}[港澳])\\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
