using System.Globalization;
using System.Text;

namespace FilingApi.Domain;

/// <summary>Personal data as those see it who have not said why they need it: 张*, 欧阳**, 138****8000.</summary>
public static class Masking
{
    private const string Stars = "****";
    private static readonly string[] DoubleSurnames =
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "司徒",
        "令狐",
        "夏侯",
        "长孙",
        "宇文",
        "端木",
        "南宫",
        "独孤",
        "申屠",
        "太史",
        "闻人",
    ];

    public static Contact Masked(this Contact contact) => new(Name(contact.Name), Phone(contact.Phone));

    /// <summary>It was read masked and sent back: no name and no number has such a character.</summary>
    public static bool IsMasked(string text) => text.AsSpan().IndexOfAny('*', '＊', '•') >= 0;

    public static string Name(string name)
    {
        var letters = new StringInfo(name.Trim());
        var shown = DoubleSurnames.Any(surname => name.StartsWith(surname, StringComparison.Ordinal)) ? 2 : 1;
        return letters.LengthInTextElements <= shown
            ? letters.LengthInTextElements == 1
                ? "*"
                : $"{letters.SubstringByTextElements(0, 1)}*"
            : new StringBuilder(letters.SubstringByTextElements(0, shown)).Append('*', letters.LengthInTextElements - shown).ToString();
    }

    public static string Phone(string phone)
    {
        var text = phone.Trim();
        return text.Length >= 11 ? $"{text[..3]}{Stars}{text[^4..]}"
            : text.Length >= 7 ? $"{text[..2]}{Stars}{text[^2..]}"
            : Stars;
    }
}
