using System.Text;
using FilingApi.Features.Exchange;

namespace FilingApi.Tests.Pages;

public sealed class DecisionsTests(TestService service) : IClassFixture<TestService>
{
    private const string Download = "../../station/decisions?handler=Csv";
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task Decisions_go_out_as_a_table_that_Excel_reads_and_does_not_run()
    {
        const string conditions = "=1+1, \"quoted\"\nand a second line";
        var number = await _service.Filed();
        await _service.Record(number, new { conditions }).MustBe(200);

        var file = await _service.Station.Download(Download);

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file[..3]);
        Assert.Contains("\"'=1+1, \"\"quoted\"\"", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        var (table, refusal) = SheetFile.Read(file, isXlsx: false);
        Assert.Null(refusal);
        Assert.Equal(["时间", "编号", "决定", "经办", "企业", "地点", "车辆", "理由"], Texts(table!.Rows[0]));
        var row = Texts(Assert.Single(table.Rows, row => row.Cells[1].Text == number));
        Assert.Equal(("station", conditions), (row[3], row[^1].ReplaceLineEndings("\n")));
    }

    private static string[] Texts(TableRow row) => [.. row.Cells.Select(cell => cell.Text)];

    [Fact]
    public async Task Where_nothing_was_decided_the_table_has_its_header_alone()
    {
        var file = await _service.Station.Download($"{Download}&from=2040-01-01");

        Assert.Single(Encoding.UTF8.GetString(file).TrimEnd().Split('\n'));
    }
}
