using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FilingApi.Domain;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace FilingApi.Features.Exchange;

/// <summary>A table as xlsx: the first visible sheet that has anything; what is hidden or on other sheets is said.</summary>
public static class XlsxFile
{
    /// <summary>A small file can hold a large one.</summary>
    private const long LargestUnpacked = 64 * 1024 * 1024;

    public static Table Read(byte[] raw)
    {
        RefuseBomb(raw);
        using var stream = new MemoryStream(raw, writable: false);
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);
        var book = file.WorkbookPart ?? throw new UnreadableTableException(Refusals.NoSheet.With("workbook"));
        var cells = new XlsxCells(book);
        var notes = new List<Note>();
        IReadOnlyList<TableRow>? rows = null;
        foreach (var sheet in book.Workbook!.Descendants<Xl.Sheet>())
        {
            if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part)
            {
                continue;
            }

            var isHidden = sheet.State is { } state && state != SheetStateValues.Visible;
            var name = sheet.Name?.Value ?? "";
            if (rows is null && !isHidden)
            {
                var found = new XlsxSheet(part, cells);
                if (found.Rows.Count > 0)
                {
                    rows = found.Rows;
                    notes.AddRange(found.Notes());
                }
            }
            else if (XlsxSheet.HasCells(part))
            {
                notes.Add(
                    isHidden
                        ? new Note($"隐藏的工作表“{name}”未读取。", $"The hidden sheet \"{name}\" was not read.")
                        : new Note(
                            $"工作表“{name}”未读取，只读取第一张有内容的表。",
                            $"The sheet \"{name}\" was not read: only the first with content is."
                        )
                );
            }
        }

        return new Table(rows ?? throw new UnreadableTableException(Refusals.NoSheet.With("0")), notes);
    }

    public static byte[] Write(IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(Written)))));
            book.Workbook = new Workbook(
                new Xl.Sheets(
                    new Xl.Sheet
                    {
                        Id = book.GetIdOfPart(part),
                        SheetId = 1,
                        Name = "Sheet1",
                    }
                )
            );
        }

        return stream.ToArray();
    }

    private static Xl.Cell Written(object? value) =>
        value switch
        {
            null => new Xl.Cell(),
            string text => new Xl.Cell
            {
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
            },
            var number => new Xl.Cell { CellValue = new Xl.CellValue(Convert.ToString(number, CultureInfo.InvariantCulture)!) },
        };

    private static void RefuseBomb(byte[] raw)
    {
        using var zip = new ZipArchive(new MemoryStream(raw, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Sum(entry => entry.Length) > LargestUnpacked)
        {
            throw new UnreadableTableException(Refusals.BodyTooLarge.With(LargestUnpacked));
        }
    }
}
