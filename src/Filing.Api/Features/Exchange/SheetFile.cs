using FilingApi.Domain;

namespace FilingApi.Features.Exchange;

/// <summary>
/// Tables as offices pass them around: xlsx, and csv in UTF-8 or as Chinese Excel saves it (GB 18030). The one way in and out.
/// </summary>
public static class SheetFile
{
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const int LargestFile = 4 * 1024 * 1024;
    public const int MostRows = 10_000;

    /// <summary>Rows that may stand above the header, and the header itself.</summary>
    public const int MostAbove = 10;

    /// <summary>What a spreadsheet would run as a formula.</summary>
    private const string Formula = "=+-@\t\r";

    /// <summary>The table; or why it is none.</summary>
    public static (Table? Table, Refusal? Refusal) Read(byte[] raw, bool isXlsx)
    {
        try
        {
            var table = isXlsx ? XlsxFile.Read(raw) : CsvFile.Read(raw);
            return table.Rows.Count == 0 ? (null, Refusals.NoSheet.With("0")) : (table, null);
        }
        catch (UnreadableTableException unreadable)
        {
            return (null, unreadable.Refusal);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The libraries name no common ground for what a broken file makes them throw.
            return (null, Refusals.NoSheet.With(broken.Message.Length > 100 ? broken.Message[..100] : broken.Message));
        }
    }

    /// <summary>What a spreadsheet would run as a formula goes out as text.</summary>
    public static byte[] Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows, bool isXlsx)
    {
        var all = rows.Select(row => (IReadOnlyList<object?>)[.. row.Select(Guarded)]).Prepend(header);
        return isXlsx ? XlsxFile.Write(all) : CsvFile.Write(all);
    }

    /// <summary>A text that came in, without the guard it may have gone out with.</summary>
    public static string Plain(string text)
    {
        text = text.Trim();
        return text.Length > 1 && text[0] == '\'' && Formula.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }

    private static object? Guarded(object? cell) =>
        cell is string { Length: > 0 } text && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : cell;
}
