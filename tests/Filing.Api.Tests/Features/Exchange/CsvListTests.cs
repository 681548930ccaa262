using System.Text;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Features.Exchange;

/// <summary>Csv as spreadsheets and people write it: quotes, short rows, blank lines, broken bytes.</summary>
public sealed class CsvListTests(TestService service) : IClassFixture<TestService>
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public async Task A_quote_inside_a_field_is_a_character()
    {
        var reply = await service.Csv(
            "organisations",
            $"{Lists.Organisations}\nF1,enterprise,5\" 管道公司,430181117,,,\n"
                + "F2,enterprise,\"6\"\" 管道公司\",430181117,,,\nF3,enterprise,好,430181117,,,\n"
        );

        Assert.Equal(["2 added", "3 added", "4 added"], reply.Rows());
        Assert.Equal("5\" 管道公司", await NameOf("F1"));
        Assert.Equal("6\" 管道公司", await NameOf("F2"));
    }

    [Theory]
    [InlineData("F7,enterprise,甲\",430181117,,,\nF8,enterprise,\"乙,430181117,,,\nF9,enterprise,丙,430181117,,,\n", "3")]
    [InlineData("F7,enterprise,\"甲\"乙,430181117,,,\n", "2")]
    [InlineData("F7,enterprise,\"甲,430181117,,,\nF8,enterprise,丙,430181117,,,\nF9,enterprise,\" 丁,430181117,,,\n", "2")]
    public async Task A_quote_that_is_not_closed_refuses_the_file_and_names_its_row(string rows, string row)
    {
        var reply = await service.Csv("organisations", $"{Lists.Organisations}\n{rows}");

        Assert.Equal("422 FIL-033", reply.Said);
        Assert.Contains($"row {row} ", reply["detail"], StringComparison.Ordinal);
        Assert.Null(await NameOf("F7"));
    }

    [Fact]
    public async Task A_cell_over_several_lines_is_refused_with_what_it_took_in()
    {
        var reply = await service.Csv(
            "organisations",
            $"{Lists.Organisations}\nF10,enterprise,\"甲,430181117,,,\nF11,enterprise,乙\",430181117,,,\nF12,enterprise,丙,430181117,,,\n"
        );

        Assert.Equal(["2 refused name FIL-036", "3 added"], reply.Rows());
    }

    [Fact]
    public async Task A_row_without_its_empty_last_columns_is_taken()
    {
        var reply = await service.Csv(
            "organisations",
            $"{Lists.Organisations}\nF20,enterprise,甲,430181117,91430181YYYY000206,0731-80000000,\n"
                + "F21,enterprise,乙,430181117\nF22,hauler\n"
        );

        Assert.Equal(["2 added", "3 added", "4 refused name FIL-004 town FIL-004"], reply.Rows());
    }

    [Fact]
    public async Task A_value_beyond_the_last_column_is_refused()
    {
        var reply = await service.Csv(
            "organisations",
            $"{Lists.Organisations}\nF23,enterprise,甲,430181117,,,,\nF24,enterprise,乙,430181117,,,,丙\n"
        );

        Assert.Equal(["2 added", "3 refused FIL-037"], reply.Rows());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Rows_are_counted_as_a_spreadsheet_counts_them_blank_ones_too(string end)
    {
        var number = end.Length * 10 + (end == "\r" ? 5 : 0);
        var lines = new[]
        {
            "",
            Lists.Trucks,
            "",
            $"湘A72{number:000},yellow,H1,8,8,2028-12-31",
            ",,,,,",
            "",
            $"湘A73{number:000},yellow,H1,8,8,2028-12-31",
        };

        var reply = await service.Csv("trucks", string.Join(end, lines));

        Assert.Equal(["4 added", "7 added"], reply.Rows());
    }

    [Fact]
    public async Task A_title_above_the_header_is_passed_over_and_said()
    {
        var reply = await service.Csv("trucks", $"永安镇车辆台账,,,,,\n\n{Lists.Trucks}\n湘A74001,yellow,H1,8,8,2028-12-31\n");

        Assert.Equal(["4 added"], reply.Rows());
        Assert.Equal(["Row 1 is above the header and was not read."], reply.Notes());
    }

    /// <summary>A byte is lost at the end of the name of E2: what follows would still decode as GB 18030, to other characters.</summary>
    [Theory]
    [InlineData("永安镇示例一厂", "永安镇示例二厂")]
    [InlineData("Plant one", "厂")]
    [InlineData("喆厂", "示例")]
    public async Task Utf8_with_a_lost_byte_is_refused_by_its_line(string first, string second)
    {
        var bytes = Encoding.UTF8.GetBytes(Text(first, second));
        var reply = await service.Csv("organisations", Without(bytes, Encoding.UTF8.GetBytes(second)));

        Assert.Equal("422 FIL-032", reply.Said);
        Assert.Contains("Line 3 holds bytes that are not UTF-8", reply["detail"], StringComparison.Ordinal);
        Assert.Equal("enterprise E2", await NameOf("E2"));
    }

    [Fact]
    public async Task Marked_utf8_is_never_read_as_something_else()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Gb18030.GetBytes(Text("永安镇示例一厂", "永安镇示例二厂"))];

        var reply = await service.Csv("organisations", bytes);

        Assert.Equal("422 FIL-032", reply.Said);
        Assert.Contains("Line 2, 3 holds", reply["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gb18030_with_a_lost_byte_is_refused_by_its_line()
    {
        var bytes = Gb18030.GetBytes(Text("永安镇示例一厂", "永安镇示例二厂"));

        var reply = await service.Csv("organisations", Without(bytes, Gb18030.GetBytes("永安镇示例二厂")));

        Assert.Equal("422 FIL-032", reply.Said);
        Assert.Contains("Line 3 holds bytes that are not GB 18030", reply["detail"], StringComparison.Ordinal);
        Assert.Equal("enterprise E2", await NameOf("E2"));
    }

    [Fact]
    public async Task Rare_characters_of_gb18030_and_utf16_are_read()
    {
        await service.Csv("organisations", Gb18030.GetBytes($"{Lists.Organisations}\nF30,enterprise,永安镇陶喆镕㙟加工厂,430181117\n"));
        byte[] wide =
        [
            .. Encoding.Unicode.Preamble,
            .. Encoding.Unicode.GetBytes($"{Lists.Organisations}\nF31,enterprise,石材厂,430181117\n"),
        ];
        await service.Csv("organisations", wide);

        Assert.Equal(("永安镇陶喆镕㙟加工厂", "石材厂"), (await NameOf("F30"), await NameOf("F31")));
    }

    [Fact]
    public async Task A_character_that_an_earlier_program_lost_is_not_kept()
    {
        var list = await service.Csv("organisations", $"{Lists.Organisations}\nF32,enterprise,永安\uFFFD厂,430181117\n");
        var item = await service.Admin.Post(
            "organisations",
            new
            {
                code = "F33",
                kind = "enterprise",
                name = "永安\uFFFD厂",
                town = SmallTown.TownA,
            }
        );

        Assert.Equal(["2 refused name FIL-018"], list.Rows());
        Assert.Equal("422 FIL-018", item.Said);
    }

    private static string Text(string first, string second) =>
        $"{Lists.Organisations}\nE1,enterprise,{first},430181117,,,\nE2,enterprise,{second},430181117,,,\n";

    /// <summary>Without the last byte of what is found.</summary>
    private static byte[] Without(byte[] bytes, byte[] found)
    {
        var end = bytes.AsSpan().LastIndexOf(found) + found.Length - 1;
        return [.. bytes[..end], .. bytes[(end + 1)..]];
    }

    private Task<string?> NameOf(string code) =>
        service.Look(db => db.Organisations.Where(row => row.Code == code).Select(row => row.Name).SingleOrDefaultAsync());
}
