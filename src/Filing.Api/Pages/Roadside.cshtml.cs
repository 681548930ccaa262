using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Contracts.Register;
using FilingApi.Register;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace FilingApi.Pages;

/// <summary>
/// The roadside check (screens 13–15): the squad's page, an island of TypeScript that works without a network. What it needs of the
/// service at its opening it carries along.
/// </summary>
public sealed class RoadsideModel(IStringLocalizer<RoadsideTexts> texts, RosterIndex roster, ClientFiles files) : PageModel
{
    /// <summary>The town's own: what nearly every plate here begins with.</summary>
    public const string Prefix = "湘A";

    // For a script block: what could end it or begin another is escaped, Chinese is not.
    private static readonly JsonSerializerOptions ForScript = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Six in a row: digits under the thumb, then every letter a plate may have (no I, no O).</summary>
    public static IEnumerable<string> Keys { get; } =
    [.. "12345".Select(key => $"{key}"), "back", .. "67890挂ABCDEFGHJKLMNPQRSTUVWXYZ".Select(key => $"{key}")];

    public static IEnumerable<string> Provinces { get; } =
    [.. "湘粤桂鄂赣渝贵京津沪冀豫云辽黑皖鲁新苏浙甘晋蒙陕吉闽青藏川宁琼".Select(key => $"{key}")];

    public bool IsEnglish { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
    public string Script => files.Script;
    public string Style => files.Style;

    public void OnGet() =>
        Response.Headers.ContentSecurityPolicy = $"{Response.Headers.ContentSecurityPolicy}; style-src 'self' {files.StyleSource}";

    public string Given
    {
        get
        {
            var station = roster.Now.Office("station", null);
            return JsonSerializer.Serialize(
                new
                {
                    language = IsEnglish ? "en" : "zh",
                    account = User.Identity?.Name ?? "",
                    prefix = Prefix,
                    call = station is { Phone: { } phone } ? new { name = station.Name, phone } : null,
                    words = AllWords(),
                },
                ForScript
            );
        }
    }

    /// <summary>The page's own words, and the one word of each verdict from the table that also gives its colour and sentence.</summary>
    private Dictionary<string, string> AllWords()
    {
        var words = texts.GetAllStrings(includeParentCultures: true).ToDictionary(text => text.Name, text => text.Value);
        foreach (var code in Enum.GetValues<VerdictCode>())
        {
            var (zh, en) = VerdictWords.Of(code).Word;
            words[$"word.{code.Wire()}"] = IsEnglish ? en : zh;
        }

        return words;
    }

    public string Word(string key) =>
        texts[key] is { ResourceNotFound: false } text
            ? text.Value
            : throw new InvalidOperationException($"No words for '{key}' in RoadsideTexts.resx.");
}
