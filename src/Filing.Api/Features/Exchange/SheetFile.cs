using System.Data;
using System.Globalization;
using System.Text;
using FilingApi.Domain;
using MiniExcelLibs;
using MiniExcelLibs.Csv;
using MiniExcelLibs.OpenXml;

namespace FilingApi.Features.Exchange;

/// <summary>
/// Tables as offices pass them around: xlsx, and csv in UTF-8 or as Chinese Excel saves it (GB 18030).
/// The one reader and the one writer of them.
/// </summary>
public static class SheetFile
{
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const int LargestFile = 4 * 1024 * 1024;
    public const int MostRows = 10_000;

    /// <summary>What a spreadsheet would run as a formula.</summary>
    private const string Formula = "=+-@\t\r";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>Every row's cells as text, the header's first; or why it is no table.</summary>
    public static (IReadOnlyList<IReadOnlyList<string>> Rows, Refusal? Refusal) Read(byte[] raw, bool isXlsx)
    {
        try
        {
            using var stream = new MemoryStream(isXlsx ? raw : InUtf8(raw));
            List<IReadOnlyList<string>> rows = [];
            foreach (
                IDictionary<string, object?> row in stream.Query(useHeaderRow: false, excelType: isXlsx ? ExcelType.XLSX : ExcelType.CSV)
            )
            {
                if (rows.Count > MostRows)
                {
                    return ([], Refusals.ItemCount.At("", 1, MostRows));
                }

                rows.Add([.. row.Values.Select(Text)]);
            }

            return rows.Count == 0 ? ([], Refusals.NoSheet.With("0")) : (rows, null);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The library names no common ground for what a broken file makes it throw.
            return ([], Refusals.NoSheet.With(broken.Message.Length > 100 ? broken.Message[..100] : broken.Message));
        }
    }

    /// <summary>What a spreadsheet would run as a formula goes out as text; csv is UTF-8 with its mark, so that Excel reads it.</summary>
    public static byte[] Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows, bool isXlsx)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var name in header)
        {
            table.Columns.Add(name, typeof(object));
        }

        foreach (var row in rows)
        {
            table.Rows.Add([.. row.Select(Plain)]);
        }

        using var stream = new MemoryStream();
        stream.SaveAs(
            table,
            excelType: isXlsx ? ExcelType.XLSX : ExcelType.CSV,
            configuration: isXlsx ? new OpenXmlConfiguration { AutoFilter = false } : new CsvConfiguration()
        );
        return stream.ToArray();
    }

    private static object? Plain(object? cell) =>
        cell is string { Length: > 0 } text && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : cell;

    private static string Text(object? cell) =>
        cell switch
        {
            null => "",
            DateTime day => day.ToString(
                day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss",
                CultureInfo.InvariantCulture
            ),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => Unquoted(cell.ToString()!.Trim()),
        };

    private static string Unquoted(string text) =>
        text.Length > 1 && text[0] == '\'' && Formula.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;

    private static byte[] InUtf8(byte[] raw)
    {
        try
        {
            _ = StrictUtf8.GetCharCount(raw);
            return raw;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.UTF8.GetBytes(Chinese.GetString(raw));
        }
    }
}
