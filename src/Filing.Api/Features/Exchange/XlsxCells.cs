using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace FilingApi.Features.Exchange;

/// <summary>What the cells of a workbook show: shared texts, and numbers as their format says.</summary>
internal sealed partial class XlsxCells
{
    /// <summary>Excel keeps 15 digits of a number; of a longer one the rest is gone.</summary>
    private const decimal MostKept = 1_000_000_000_000_000m;

    /// <summary>Days between the two calendars that a workbook may count in.</summary>
    private const int Since1904 = 1462;

    /// <summary>1900 was no leap year; Excel counts its 29 February.</summary>
    private const int AfterFebruary1900 = 60;
    private readonly List<string> _shared;
    private readonly List<bool> _isDate;
    private readonly bool _is1904;

    public XlsxCells(WorkbookPart book)
    {
        _is1904 = book.Workbook?.WorkbookProperties?.Date1904?.Value == true;
        _shared = [.. book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(TextOf) ?? []];
        var sheet = book.WorkbookStylesPart?.Stylesheet;
        var codes = (sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .GroupBy(format => format.NumberFormatId?.Value ?? 0)
            .ToDictionary(group => group.Key, group => group.Last().FormatCode?.Value ?? "");
        _isDate =
        [
            .. (sheet?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => IsDateFormat(format.NumberFormatId?.Value ?? 0, codes)),
        ];
    }

    public TableCell Read(Xl.Cell cell)
    {
        var value = cell.CellValue?.Text;
        if (cell.DataType is not { } type || type == CellValues.Number)
        {
            return value is not null ? Number(value, (int)(cell.StyleIndex?.Value ?? 0))
                : cell.CellFormula is null ? new TableCell("")
                : new TableCell("", "=");
        }

        return type == CellValues.Error ? new TableCell("", value ?? "#")
            : type == CellValues.SharedString ? Shared(value)
            : type == CellValues.InlineString ? new TableCell(SheetFile.Plain(cell.InlineString is { } text ? TextOf(text) : ""))
            : type == CellValues.Boolean ? new TableCell(value == "1" ? "TRUE" : "FALSE")
            : type == CellValues.Date ? Date(value ?? "")
            : new TableCell(SheetFile.Plain(value ?? ""));
    }

    private TableCell Shared(string? value) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < _shared.Count
            ? new TableCell(SheetFile.Plain(_shared[index]))
            : new TableCell("", "#");

    private TableCell Number(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new TableCell("", "#");
        }

        if (style < _isDate.Count && _isDate[style] && Serial(number) is { } moment)
        {
            return moment;
        }

        return decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && Math.Abs(exact) < MostKept
            ? new TableCell(exact.ToString("0.############################", CultureInfo.InvariantCulture))
            : new TableCell(number.ToString("0.##############E+00", CultureInfo.InvariantCulture));
    }

    /// <summary>A part of a day is a time, a whole number a day, and both a moment.</summary>
    private TableCell? Serial(double number)
    {
        var days = Math.Floor(number);
        var seconds = (int)Math.Round((number - days) * 86400);
        if (number is < 0 or >= 2_958_466)
        {
            return null;
        }

        if (days == 0 && seconds < 86400)
        {
            return new TableCell(Clock(seconds));
        }

        days += _is1904 ? Since1904 : 0;
        var day = DateTime.FromOADate(days < AfterFebruary1900 && !_is1904 ? days + 1 : days).AddSeconds(seconds);
        return new TableCell(
            day.TimeOfDay == TimeSpan.Zero ? $"{day:yyyy-MM-dd}" : $"{day:yyyy-MM-dd}T{Clock((int)day.TimeOfDay.TotalSeconds)}",
            IsDate: true
        );
    }

    private static TableCell Date(string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var day)
            ? new TableCell(day.TimeOfDay == TimeSpan.Zero ? $"{day:yyyy-MM-dd}" : $"{day:yyyy-MM-dd'T'HH:mm:ss}", IsDate: true)
            : new TableCell("", "#");

    private static string Clock(int seconds)
    {
        var time = TimeSpan.FromSeconds(seconds);
        return time.Seconds == 0 ? $"{time:hh\\:mm}" : $"{time:hh\\:mm\\:ss}";
    }

    /// <summary>Texts without the readings that may stand above them.</summary>
    private static string TextOf(OpenXmlElement item) =>
        string.Concat(
            item.Elements()
                .SelectMany(part =>
                    part is Run run ? run.Elements<Text>()
                    : part is Text text ? [text]
                    : []
                )
                .Select(text => text.Text)
        );

    /// <summary>The built-in ones carry no code: 27–36 and 50–58 are those of Chinese Excel.</summary>
    private static bool IsDateFormat(uint id, Dictionary<uint, string> codes) =>
        codes.TryGetValue(id, out var code)
            ? DateLetter().IsMatch(NoLetters().Replace(code, ""))
            : id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>Quoted and escaped text, and brackets unless they count hours, minutes or seconds.</summary>
    [GeneratedRegex(
        """
            "[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex NoLetters();

    [GeneratedRegex("[ymdhs]", RegexOptions.IgnoreCase)]
    private static partial Regex DateLetter();
}
