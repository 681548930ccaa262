using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FilingApi.Domain;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace FilingApi.Features.Exchange;

/// <summary>The rows of one sheet, read once from its beginning to its end.</summary>
internal sealed class XlsxSheet
{
    private const int MostColumns = 200;
    private readonly List<TableRow> _rows = [];
    private readonly List<int> _hiddenRows = [];
    private readonly List<(int From, int To)> _hiddenColumns = [];
    private readonly XlsxCells _cells;
    private int _lastRow;

    public XlsxSheet(WorksheetPart part, XlsxCells cells)
    {
        _cells = cells;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Xl.Column))
            {
                TakeColumn((Xl.Column)reader.LoadCurrentElement()!);
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(Row))
            {
                TakeRow((Row)reader.LoadCurrentElement()!);
            }
        }
    }

    public IReadOnlyList<TableRow> Rows => _rows;

    public static bool HasCells(WorksheetPart part)
    {
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && (reader.ElementType == typeof(Xl.CellValue) || reader.ElementType == typeof(InlineString)))
            {
                return true;
            }
        }

        return false;
    }

    public IEnumerable<Note> Notes()
    {
        if (_hiddenRows.Count > 0)
        {
            var rows = Table.Say(_hiddenRows);
            yield return new Note($"隐藏或筛掉的第 {rows} 行也已读取。", $"Hidden or filtered rows were read too: {rows}.");
        }

        var columns = Enumerable
            .Range(0, _rows.Max(row => row.Cells.Count))
            .Where(i => IsHidden(i) && _rows.Any(row => i < row.Cells.Count && !row.Cells[i].IsEmpty))
            .Select(NameOf)
            .ToList();
        if (columns.Count > 0)
        {
            var names = string.Join(", ", columns);
            yield return new Note($"隐藏的列 {names} 也已读取。", $"Hidden columns were read too: {names}.");
        }
    }

    private void TakeColumn(Xl.Column column)
    {
        if (column.Hidden?.Value == true)
        {
            _hiddenColumns.Add(((int)(column.Min?.Value ?? 0), (int)(column.Max?.Value ?? 0)));
        }
    }

    private void TakeRow(Row row)
    {
        _lastRow = (int)(row.RowIndex?.Value ?? (uint)(_lastRow + 1));
        var cells = new List<TableCell>();
        foreach (var cell in row.Elements<Xl.Cell>())
        {
            var column = IndexOf(cell.CellReference?.Value) ?? cells.Count;
            if (column >= MostColumns)
            {
                break;
            }

            while (cells.Count < column)
            {
                cells.Add(new TableCell(""));
            }

            cells.Add(_cells.Read(cell));
        }

        var read = new TableRow(_lastRow, cells);
        if (read.IsBlank)
        {
            return;
        }

        _rows.Add(read);
        if (row.Hidden?.Value == true)
        {
            _hiddenRows.Add(_lastRow);
        }

        if (_rows.Count > SheetFile.MostRows + SheetFile.MostAbove)
        {
            throw new UnreadableTableException(Refusals.ItemCount.At("", 1, SheetFile.MostRows));
        }
    }

    private bool IsHidden(int column) => _hiddenColumns.Any(range => range.From <= column + 1 && column + 1 <= range.To);

    /// <summary>From <c>AB12</c>: 27.</summary>
    private static int? IndexOf(string? reference)
    {
        var index = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(3))
        {
            index = (index * 26) + letter - 'A' + 1;
        }

        return index == 0 ? null : index - 1;
    }

    private static string NameOf(int column) => column < 26 ? $"{(char)('A' + column)}" : NameOf((column / 26) - 1) + NameOf(column % 26);
}
