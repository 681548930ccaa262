using System.Text;
using FilingApi.Domain;
using FilingApi.Features.Exchange;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Features.Exchange;

/// <summary>Lists in and out as tables, each row with its own result.</summary>
public sealed class ExchangeTests(TestService service) : IClassFixture<TestService>
{
    private const string TruckHeader = "plate,colour,owner,tankM3,payloadT,papersUntil";

    [Fact]
    public async Task Each_row_gets_its_result_and_the_valid_ones_are_stored()
    {
        var reply = await Csv(
            "trucks",
            $"{TruckHeader}\n湘A20001,yellow,H1,8,8.5,2027-12-31\nbroken,yellow,H1,8,8.5,2027-12-31\n"
                + $"湘A20002,pink,H1,-1,x,2027-02-30\n湘A20003,yellow,NOBODY,8,8.5,2027/1/5\n湘A·20001,yellow,H1,9,9,2027-12-31\n,,,,,\n"
                + $"湘A20004,blue,H1,8,8.5,2027/1/5\n"
        );

        Assert.Equal((200, "2", "0", "0", "4"), (reply.Status, reply["added"], reply["changed"], reply["unchanged"], reply["refused"]));
        Assert.Equal(
            [
                "2 added ",
                "3 refused plate FIL-013",
                "4 refused colour FIL-003 papersUntil FIL-003 payloadT FIL-003",
                "5 refused owner FIL-027",
                "6 refused plate FIL-015",
                "8 added ",
            ],
            reply
                .Items("rows")
                .Select(row =>
                {
                    var errors = row.GetProperty("errors").EnumerateArray().Select(error => $"{error.Text("column")} {error.Text("code")}");
                    return $"{row.GetProperty("row").GetInt32()} {row.Text("result")} "
                        + $"{string.Join(' ', errors.Order(StringComparer.Ordinal))}";
                })
        );
        Assert.Equal(
            new DateOnly(2027, 1, 5),
            await service.Look(db => db.Trucks.Where(truck => truck.Plate == "湘A20004").Select(truck => truck.PapersUntil).SingleAsync())
        );
        Assert.Equal(
            8,
            await service.Look(db => db.Trucks.Where(truck => truck.Plate == "湘A20001").Select(truck => truck.TankM3).SingleAsync())
        );
        Assert.Equal(0, await service.Look(db => db.Trucks.CountAsync(truck => truck.Plate == "湘A20003")));
    }

    [Fact]
    public async Task A_truck_whose_papers_are_renewed_by_a_list_can_be_filed_at_once()
    {
        var at = service.NewDay();
        var body = Make.Filing(at.At("09:00"), at.At("12:00"), Make.PapersOver);
        Assert.Equal("422 FIL-111", (await at.Clerk.Post("filings", body)).Said);

        var renewed = await Csv("trucks", $"{TruckHeader}\n{Make.PapersOver},yellow,H2,8,8.5,2028-12-31\n");

        Assert.Equal("1", renewed["changed"]);
        Assert.Equal(201, (await at.Clerk.Post("filings", body)).Status);
        Assert.True(await at.Look(db => db.Timeline.AnyAsync(act => act.Subject == SubjectKind.Truck && act.Act == "changed")));
    }

    [Theory]
    [InlineData("organisations", "csv")]
    [InlineData("organisations", "xlsx")]
    [InlineData("trucks", "csv")]
    [InlineData("trucks", "xlsx")]
    [InlineData("plants", "csv")]
    [InlineData("plants", "xlsx")]
    [InlineData("calendars", "csv")]
    [InlineData("calendars", "xlsx")]
    public async Task What_goes_out_comes_in_again_unchanged(string list, string format)
    {
        var file = await service.Admin.Download($"exports/{list}?format={format}");

        var reply = await service.Admin.Send(HttpMethod.Post, $"imports/{list}", file, format == "csv" ? SheetFile.Csv : SheetFile.Xlsx);

        Assert.True(reply.Status == 200, reply.Text);
        Assert.True(reply.Items("rows").Count > 0);
        Assert.Equal(("0", "0", "0"), (reply["added"], reply["changed"], reply["refused"]));
        if (format == "csv")
        {
            Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file[..3]);
        }
    }

    [Fact]
    public async Task A_table_as_Chinese_Excel_saves_it_with_Chinese_headers_is_read()
    {
        var text = "编号,类别,名称,属地\nE77,enterprise,永安镇石材厂,430181117\n";

        var reply = await service.Admin.Send(
            HttpMethod.Post,
            "imports/organisations",
            CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
            SheetFile.Csv
        );

        Assert.Equal("1", reply["added"]);
        Assert.Equal(
            "永安镇石材厂",
            await service.Look(db => db.Organisations.Where(known => known.Code == "E77").Select(known => known.Name).SingleAsync())
        );
    }

    [Fact]
    public async Task Accounts_come_in_with_a_password_and_go_out_without_and_are_never_changed_by_a_list()
    {
        var reply = await Csv(
            "accounts",
            $"account,role,organisation,password\nlisted,station,S1,{SmallTown.Password}\nweak,station,S1,short\n"
                + $"station,station,S1,{SmallTown.Password}\nnowhere,station,NONE,{SmallTown.Password}\n"
        );

        Assert.Equal(
            ["added", "refused SEC-005", "refused FIL-026", "refused FIL-027"],
            reply
                .Items("rows")
                .Select(row =>
                {
                    var codes = row.GetProperty("errors").EnumerateArray().Select(error => error.Text("code"));
                    return string.Join(' ', codes.Prepend(row.Text("result")));
                })
        );
        Assert.Equal(
            "station",
            (await service.Anyone.Post("tokens", new { account = "listed", password = SmallTown.Password }).MustBe(200))["role"]
        );
        var exported = Encoding.UTF8.GetString(await service.Admin.Download("exports/accounts"));
        Assert.Contains("listed,station,S1,", exported, StringComparison.Ordinal);
        Assert.DoesNotContain(SmallTown.Password, exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_of_a_year_are_its_calendar()
    {
        var reply = await Csv("calendars", "day,kind\n2034-01-02,off\n2034-01-07,work\n2034-13-01,off\n");

        Assert.Equal(("2", "1"), (reply["added"], reply["refused"]));
        var year = await service.Look(db => db.Calendars.AsNoTracking().SingleAsync(known => known.Year == 2034));
        Assert.Equal([new DateOnly(2034, 1, 2)], year.Off);
        Assert.Equal([new DateOnly(2034, 1, 7)], year.Work);
    }

    [Theory]
    [InlineData("trucks", "text/csv", "plate,colour,speed\n湘A1,x,y\n", "422 FIL-031")]
    [InlineData("trucks", "text/csv", "", "422 FIL-030")]
    [InlineData("trucks", SheetFile.Xlsx, "no zip", "422 FIL-030")]
    [InlineData("trucks", "text/csv", "plate,plate\na,b\n", "422 FIL-015")]
    [InlineData("trucks", "application/json", "[]", "415 FIL-006")]
    [InlineData("ships", "text/csv", "plate\na\n", "404 FIL-020")]
    public async Task A_file_that_is_no_such_table_is_refused_whole(string list, string type, string text, string said)
    {
        var before = await service.Rows();

        var reply = await service.Admin.Send(HttpMethod.Post, $"imports/{list}", Encoding.UTF8.GetBytes(text), type);

        Assert.Equal(said, reply.Said);
        Assert.Equal(before, await service.Rows());
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_goes_out_as_text()
    {
        await Csv("organisations", "code,kind,name,town\nE78,enterprise,=1+1,430181117\n");

        var exported = Encoding.UTF8.GetString(await service.Admin.Download("exports/organisations"));

        Assert.Contains("'=1+1", exported, StringComparison.Ordinal);
        Assert.Equal(
            "=1+1",
            await service.Look(db => db.Organisations.Where(known => known.Code == "E78").Select(known => known.Name).SingleAsync())
        );
    }

    private Task<Reply> Csv(string list, string text) =>
        service.Admin.Send(HttpMethod.Post, $"imports/{list}", Encoding.UTF8.GetBytes(text), SheetFile.Csv);
}
