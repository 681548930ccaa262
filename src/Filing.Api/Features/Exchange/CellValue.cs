using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FilingApi.Domain;
using FilingApi.Web;

namespace FilingApi.Features.Exchange;

public enum Cell
{
    Text,
    Number,
    Day,
    Time,

    /// <summary>Several words with commas, semicolons or spaces between them.</summary>
    List,
}

/// <summary>A cell's text as the JSON that the API takes, or what makes it unusable whatever its column asks for.</summary>
public static partial class CellValue
{
    private static readonly char[] Between = [';', '；', '、', '，', ',', ' ', '\u3000'];

    /// <summary>As spreadsheets show days, also in a csv file saved from them.</summary>
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy'年'M'月'd'日'"];
    private static readonly string[] Midnights = ["", " H:mm", " H:mm:ss"];
    private static readonly string[] DayForms = [.. Days.SelectMany(day => Midnights.Select(time => day + time))];
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "h:mm tt", "h:mm:ss tt", "H'时'mm'分'", "H'时'mm'分'ss'秒'"];
    private static readonly string[] ChineseTimes = ["tth:mm", "tth:mm:ss", "tth'时'mm'分'", "tth'时'mm'分'ss'秒'"];
    private static readonly CultureInfo Chinese = MakeChinese();

    public static JsonNode ToJson(Cell kind, string text) =>
        kind switch
        {
            Cell.Number when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(
                number
            ),
            Cell.Day when Day(text) is { } day => JsonValue.Create(day),
            Cell.Time when Time(text) is { } time => JsonValue.Create(time),
            Cell.List => new JsonArray([
                .. text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(word => JsonValue.Create(word)),
            ]),
            _ => JsonValue.Create(text),
        };

    public static Refusal? Unusable(Cell kind, TableCell cell, string pointer)
    {
        if (cell.Fault is { } fault)
        {
            return Refusals.ErrorCell.At(pointer, fault);
        }

        if (ErrorWord().IsMatch(cell.Text))
        {
            return Refusals.ErrorCell.At(pointer, Shape.Shorten(cell.Text));
        }

        if (cell.Text.AsSpan().ContainsAny('\n', '\r'))
        {
            return Refusals.LineBreak.At(pointer);
        }

        return kind is not (Cell.Text or Cell.List) ? null
            : Shape.IsShortenedNumber(cell.Text) ? Refusals.LostDigits.At(pointer, cell.Text)
            : cell.IsDate ? Refusals.DateAsText.At(pointer, cell.Text)
            : null;
    }

    private static string? Day(string text) =>
        DateTime.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.TimeOfDay == default
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static string? Time(string text)
    {
        var plain = text.Replace('：', ':').Replace(" ", "", StringComparison.Ordinal);
        return
            (
                TimeOnly.TryParseExact(text.Replace('：', ':'), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                || TimeOnly.TryParseExact(plain, ChineseTimes, Chinese, DateTimeStyles.None, out time)
            )
            && time.Second == 0
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
            : null;
    }

    private static CultureInfo MakeChinese()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.DateTimeFormat.AMDesignator, culture.DateTimeFormat.PMDesignator) = ("上午", "下午");
        return CultureInfo.ReadOnly(culture);
    }

    /// <summary>What a cell shows in place of its value; <c>###</c> where the column is too narrow.</summary>
    [GeneratedRegex(
        @"^(#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)|#{2,}"
            + @"|Err:[0-9]{3})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ErrorWord();
}
