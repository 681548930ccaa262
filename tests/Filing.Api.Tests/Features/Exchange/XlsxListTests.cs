using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Features.Exchange;

/// <summary>Xlsx as spreadsheets show it: dates and times by their format, either calendar, hidden rows and other sheets.</summary>
public sealed class XlsxListTests(TestService service) : IClassFixture<TestService>
{
    private static readonly string[] Trucks = Lists.Trucks.Split(',');

    [Theory]
    [InlineData("湘A71000", false, 47118)]
    [InlineData("湘A71001", true, 45656)]
    public async Task A_day_is_the_same_in_either_calendar(string plate, bool is1904, int serial)
    {
        var book = new MakeXlsx { Is1904 = is1904 };
        book.Sheet(Header() + MakeXlsx.Row(2, [plate, "yellow", "H1", "8", "8", book.Number($"{serial}", 14)]));

        var reply = await service.Xlsx("trucks", book);

        Assert.Equal(["2 added"], reply.Rows());
        Assert.Equal(new DateOnly(2028, 12, 31), await PapersOf(plate));
    }

    [Theory]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(22)]
    [InlineData(27)]
    [InlineData(28)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(36)]
    [InlineData(50)]
    [InlineData(52)]
    [InlineData(54)]
    [InlineData(57)]
    [InlineData(58)]
    [InlineData(176)]
    [InlineData(177)]
    [InlineData(178)]
    public async Task Every_format_of_a_day_is_read_the_built_in_ones_too(int format)
    {
        var plate = $"湘A75{format:000}";
        var book = new MakeXlsx
        {
            Codes = new()
            {
                [176] = "yyyy\"年\"m\"月\"d\"日\";@",
                [177] = "[$-804]yyyy/m/d;@",
                [178] = "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
            },
        };
        book.Sheet(Header() + MakeXlsx.Row(2, [plate, "yellow", "H1", "8", "8", book.Number("47118", format)]));

        await service.Xlsx("trucks", book);

        Assert.Equal(new DateOnly(2028, 12, 31), await PapersOf(plate));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0")]
    [InlineData(176, "0.00_);[Red]\\-0.00")]
    [InlineData(177, "#,##0\" days\"")]
    [InlineData(178, "G/通用格式")]
    public async Task A_number_that_is_no_day_is_not_made_one(int format, string code)
    {
        var book = new MakeXlsx { Codes = format > 100 ? new() { [format] = code } : [] };
        book.Sheet(Header() + MakeXlsx.Row(2, [$"湘A76{format:000}", "yellow", "H1", "8", "8", book.Number("47118", format)]));

        Assert.Equal(["2 refused papersUntil FIL-003"], (await service.Xlsx("trucks", book)).Rows());
    }

    [Theory]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(21)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(55)]
    [InlineData(176)]
    public async Task A_time_typed_into_a_spreadsheet_is_read(int format)
    {
        var code = $"PX{format}";
        var book = new MakeXlsx { Codes = new() { [176] = "h:mm;@" } };
        book.Sheet(
            MakeXlsx.Row(1, ["code", "name", "lat", "lon", "radiusM", "opens", "closes", "accepts"])
                + MakeXlsx.Row(
                    2,
                    [
                        code,
                        "测试厂",
                        "28.2",
                        "113.2",
                        "300",
                        book.Number("0.2708333333333333", format),
                        book.Number("0.8333333333333334", format),
                        "septic",
                    ]
                )
        );

        Assert.Equal(["2 added"], (await service.Xlsx("plants", book)).Rows());
        Assert.Equal(("06:30", "20:00"), await HoursOf(code));
    }

    [Theory]
    [InlineData("6:30", "06:30")]
    [InlineData("06:30", "06:30")]
    [InlineData("6:30:00", "06:30")]
    [InlineData("6:30 AM", "06:30")]
    [InlineData("18:30", "18:30")]
    [InlineData("6：30", "06:30")]
    [InlineData("6时30分", "06:30")]
    [InlineData("下午6:30", "18:30")]
    [InlineData("上午6时30分", "06:30")]
    [InlineData("6:30:15", null)]
    [InlineData("24:00", null)]
    [InlineData("6.5", null)]
    public async Task A_time_as_text_is_read_as_a_spreadsheet_shows_it(string text, string? hours)
    {
        var reply = await service.Csv(
            "plants",
            $"code,name,lat,lon,radiusM,opens,closes,accepts\nPT1,测试厂,28.2,113.2,300,{text},{text},septic\n"
        );

        if (hours is null)
        {
            Assert.Equal(["2 refused opens FIL-003 closes FIL-003"], reply.Rows());
        }
        else
        {
            Assert.DoesNotContain("refused", Assert.Single(reply.Rows()), StringComparison.Ordinal);
            Assert.Equal((hours, hours), await HoursOf("PT1"));
        }
    }

    [Theory]
    [InlineData("2028年12月31日")]
    [InlineData("2028/12/31")]
    [InlineData("2028/12/31 0:00")]
    [InlineData("2028-12-31 00:00:00")]
    [InlineData("2028.12.31")]
    public async Task A_day_as_text_is_read_as_a_spreadsheet_shows_it(string text)
    {
        var reply = await service.Csv("trucks", $"{Lists.Trucks}\n湘A77001,yellow,H1,8,8,{text}\n");

        Assert.DoesNotContain("refused", Assert.Single(reply.Rows()), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2028, 12, 31), await PapersOf("湘A77001"));
    }

    [Fact]
    public async Task Hidden_rows_columns_and_sheets_other_sheets_and_a_title_are_said()
    {
        var book = new MakeXlsx();
        book.Sheet(MakeXlsx.Row(1, ["旧表"]), "旧", state: "hidden")
            .Sheet(
                MakeXlsx.Row(1, ["永安镇车辆台账"])
                    + MakeXlsx.Row(2, Trucks)
                    + MakeXlsx.Row(4, ["湘A78001", "yellow", "H1", "8", "8", "2028-12-31"], hidden: true)
                    + MakeXlsx.Row(5, ["湘A78002", "yellow", "H1", "8", "8", "2028-12-31"]),
                "车辆",
                columns: """<cols><col min="4" max="5" hidden="1"/></cols>"""
            )
            .Sheet("", "Sheet2")
            .Sheet(MakeXlsx.Row(1, ["plate"]), "二月");

        var reply = await service.Xlsx("trucks", book);

        Assert.Equal(["4 added", "5 added"], reply.Rows());
        Assert.Equal(
            [
                "Row 1 is above the header and was not read.",
                "The hidden sheet \"旧\" was not read.",
                "Hidden or filtered rows were read too: 4.",
                "Hidden columns were read too: D, E.",
                "The sheet \"二月\" was not read: only the first with content is.",
            ],
            reply.Notes()
        );
    }

    [Fact]
    public async Task Readings_above_a_text_are_no_part_of_it_and_a_plain_list_has_no_notes()
    {
        var book = new MakeXlsx();
        book.Sheet(
            MakeXlsx.Row(1, Lists.Organisations.Split(','))
                + MakeXlsx.Row(
                    2,
                    [
                        "X1",
                        "enterprise",
                        """<c t="inlineStr"><is><r><t>永安</t></r><r><t>厂</t></r><rPh sb="0" eb="2"><t>yong an</t></rPh></is></c>""",
                        book.Number("430181117"),
                        "",
                        book.Number("1.99E10"),
                    ]
                )
        );

        var reply = await service.Xlsx("organisations", book);

        Assert.Equal(["2 added"], reply.Rows());
        Assert.Empty(reply.Notes());
        Assert.Equal(
            ("永安厂", "430181117", "19900000000"),
            await service.Look(db =>
                db.Organisations.Where(row => row.Code == "X1")
                    .Select(row => ValueTuple.Create(row.Name, row.Town, row.Phone!))
                    .SingleAsync()
            )
        );
    }

    private static string Header() => MakeXlsx.Row(1, Trucks);

    private Task<DateOnly> PapersOf(string plate) =>
        service.Look(db => db.Trucks.Where(truck => truck.Plate == plate).Select(truck => truck.PapersUntil).SingleAsync());

    private Task<(string?, string?)> HoursOf(string code) =>
        service.Look(db => db.Plants.Where(row => row.Code == code).Select(row => ValueTuple.Create(row.Opens, row.Closes)).SingleAsync());
}
