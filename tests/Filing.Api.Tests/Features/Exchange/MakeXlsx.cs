using System.IO.Compression;
using System.Text;

namespace FilingApi.Tests.Features.Exchange;

/// <summary>A workbook as spreadsheets write it, part by part, so that nothing of ours stands between a test and the format.</summary>
internal sealed class MakeXlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private readonly List<(string Name, string State, string Columns, string Rows)> _sheets = [];
    private readonly List<string> _formats = [];

    public bool Is1904 { get; init; }

    /// <summary>Formats with a code of their own, by id.</summary>
    public Dictionary<int, string> Codes { get; init; } = [];

    public MakeXlsx Sheet(string rows, string name = "Sheet1", string state = "visible", string columns = "")
    {
        _sheets.Add((name, state, columns, rows));
        return this;
    }

    /// <summary>A row: each cell a text, or what <see cref="Number"/> and <see cref="Error"/> give.</summary>
    public static string Row(int number, string[] cells, bool hidden = false)
    {
        var placed = cells.Select((cell, i) => Placed(cell, $"{(char)('A' + i)}{number}"));
        return $"""<row r="{number}"{(hidden ? " hidden=\"1\"" : "")}>{string.Concat(placed)}</row>""";
    }

    public string Number(string value, int format = 0)
    {
        _formats.Add($"""<xf numFmtId="{format}"/>""");
        return $"""<c s="{_formats.Count}"><v>{value}</v></c>""";
    }

    public static string Error(string word) => $"""<c t="e"><v>{word}</v></c>""";

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml", ContentTypes());
            Add(zip, "_rels/.rels", Relations(Relation("r1", "officeDocument", "xl/workbook.xml")));
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                Relations(
                    Each((_, n) => Relation($"r{n}", "worksheet", $"worksheets/sheet{n}.xml")) + Relation("s", "styles", "styles.xml")
                )
            );
            Add(zip, "xl/workbook.xml", Book());
            Add(zip, "xl/styles.xml", Styles());
            foreach (var (sheet, n) in _sheets.Select((sheet, i) => (sheet, i + 1)))
            {
                var rows = $"<sheetData>{sheet.Rows}</sheetData>";
                Add(zip, $"xl/worksheets/sheet{n}.xml", $"""<worksheet xmlns="{Main}">{sheet.Columns}{rows}</worksheet>""");
            }
        }

        return stream.ToArray();
    }

    private string Book()
    {
        var sheets = Each((sheet, n) => $"""<sheet name="{sheet.Name}" sheetId="{n}" state="{sheet.State}" r:id="r{n}"/>""");
        var calendar = Is1904 ? " date1904=\"1\"" : "";
        return $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><workbookPr{calendar}/><sheets>{sheets}</sheets></workbook>""";
    }

    private string Styles()
    {
        var codes = Codes.Select(code => (code.Key, Code: code.Value.Replace("\"", "&quot;", StringComparison.Ordinal)));
        var formats = string.Concat(codes.Select(code => $"""<numFmt numFmtId="{code.Key}" formatCode="{code.Code}"/>"""));
        var cells = $"""<cellXfs><xf numFmtId="0"/>{string.Concat(_formats)}</cellXfs>""";
        return $"""<styleSheet xmlns="{Main}"><numFmts>{formats}</numFmts>{cells}</styleSheet>""";
    }

    private static string Relations(string relations) => $"""<Relationships xmlns="{Package}">{relations}</Relationships>""";

    private static string Relation(string id, string kind, string target) =>
        $"""<Relationship Id="{id}" Type="{Office}/{kind}" Target="{target}"/>""";

    private static string Placed(string cell, string at) =>
        cell.Length == 0 ? ""
        : cell.StartsWith("<c", StringComparison.Ordinal) ? $"""<c r="{at}"{cell[2..]}"""
        : $"""<c r="{at}" t="inlineStr"><is><t>{cell}</t></is></c>""";

    private string Each(Func<(string Name, string State, string Columns, string Rows), int, string> write) =>
        string.Concat(_sheets.Select((sheet, i) => write(sheet, i + 1)));

    private string ContentTypes()
    {
        var sheets = Each((_, n) => Part($"/xl/worksheets/sheet{n}.xml", "worksheet"));
        const string Relations = "application/vnd.openxmlformats-package.relationships+xml";
        var usual = $"""<Default Extension="rels" ContentType="{Relations}"/>""";
        var parts = $"{Part("/xl/workbook.xml", "sheet.main")}{Part("/xl/styles.xml", "styles")}{sheets}";
        return $"""<Types xmlns="{Types}">{usual}{parts}</Types>""";
    }

    private static string Part(string name, string kind) =>
        $"""<Override PartName="{name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>""";

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        entry.Write(text);
    }
}
