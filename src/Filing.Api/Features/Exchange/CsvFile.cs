using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FilingApi.Domain;

namespace FilingApi.Features.Exchange;

/// <summary>
/// A table as csv. A quotation mark inside a field is a character, as spreadsheets read it; one that begins a field must close it.
/// </summary>
public static class CsvFile
{
    public static Table Read(byte[] raw)
    {
        var broken = new List<int>();
        CsvParser? parser = null;
        var settings = Settings();
        settings.BadDataFound = bad =>
        {
            if (bad.Field.StartsWith('"'))
            {
                broken.Add(parser!.Row);
            }
        };
        using var reader = parser = new CsvParser(new StringReader(CsvText.Read(raw)), settings);
        var rows = new List<TableRow>();
        while (reader.Read())
        {
            // A field is read, and its fault found, only when it is asked for.
            var row = new TableRow(reader.Row, [.. reader.Record!.Select(field => new TableCell(SheetFile.Plain(field)))]);
            if (!row.IsBlank)
            {
                rows.Add(row);
            }

            if (rows.Count > SheetFile.MostRows + SheetFile.MostAbove)
            {
                throw new UnreadableTableException(Refusals.ItemCount.At("", 1, SheetFile.MostRows));
            }
        }

        return broken.Count == 0
            ? new Table(rows, [])
            : throw new UnreadableTableException(Refusals.BrokenQuotes.With(Table.Say([.. broken.Distinct()])));
    }

    /// <summary>UTF-8 with its mark, so that Excel reads it.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new CsvWriter(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), Settings()))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                {
                    writer.WriteField(cell is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : (string?)cell);
                }

                writer.NextRecord();
            }
        }

        return stream.ToArray();
    }

    private static CsvConfiguration Settings() =>
        new(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            Delimiter = ",",
        };
}
