using System.Text;
using FilingApi.Features.Exchange;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Features.Exchange;

/// <summary>A row corrects its day; a year is replaced only where that is asked for, and what it loses is said.</summary>
public sealed class CalendarListTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_notice_changes_its_days_and_leaves_the_others_of_both_years()
    {
        var before = await Year(2025);

        var reply = await Send("2025-12-27,work\n2025-12-31,off\n2025-01-26,off\n2025-01-28,off\n2031-01-01,off\n");

        Assert.Equal(["2 added", "3 added", "4 changed", "5 unchanged", "6 added"], reply.Rows());
        Assert.Equal(
            ["2031 had no calendar: it is now the 1 days of this list. Complete it if they are not the whole year."],
            reply.Notes()
        );
        Assert.Equal(
            before.Append("2025-12-27 work").Append("2025-12-31 off").Except(["2025-01-26 work"]).Append("2025-01-26 off").Order(),
            await Year(2025)
        );
        Assert.Equal(["2031-01-01 off"], await Year(2031));
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("true")]
    public async Task A_year_is_replaced_when_asked_and_says_what_goes(string replace)
    {
        var before = await Year(2026);
        var preview = await Send("2026-01-01,off\n2026-01-04,work\n", $"?preview=true&replace={replace}");
        var untouched = await Year(2026);

        var reply = await Send("2026-01-01,off\n2026-01-04,work\n", $"?replace={replace}");

        Assert.Equal(before, untouched);
        Assert.Equal(preview.Text, reply.Text);
        Assert.StartsWith($"{before.Count - 2} days of 2026 go: 2026-01-02, ", Assert.Single(reply.Notes()), StringComparison.Ordinal);
        Assert.Equal(["2026-01-01 off", "2026-01-04 work"], await Year(2026));
        await service.Admin.Put("calendars/2026", new { off = Days(before, "off"), work = Days(before, "work") }).MustBe(200);
    }

    [Fact]
    public async Task A_year_is_not_replaced_by_a_list_with_a_refused_row()
    {
        var before = await Year(2026);

        var broken = await Send("2026-01-01,off\n2026-13-01,off\n", "?replace=2026");
        var both = await Send("2026-01-01,off\n2026-01-02,off\n2026-01-02,work\n", "?replace=true");

        Assert.Equal(["2 refused day FIL-041", "3 refused day FIL-003"], broken.Rows());
        Assert.Equal(["2 refused day FIL-041", "3 refused day FIL-039", "4 refused day FIL-039"], both.Rows());
        Assert.Equal(before, await Year(2026));
    }

    [Fact]
    public async Task A_year_without_a_day_off_is_refused()
    {
        var nothing = await Send("2026-01-01,off\n", "?replace=2028");
        var onlyWork = await Send("2028-01-08,work\n");
        var put = await service.Admin.Put("calendars/2028", new { off = Array.Empty<string>(), work = Array.Empty<string>() });

        Assert.Equal(("422 FIL-040", "422 FIL-040"), (nothing.Said, put.Said));
        Assert.Equal(["2 refused day FIL-040"], onlyWork.Rows());
        Assert.Empty(await Year(2028));
    }

    [Fact]
    public async Task A_day_both_off_and_worked_is_refused_in_a_list_and_alone()
    {
        var list = await Send("2032-01-01,off\n2032-01-02,off\n2032-01-02,work\n");
        var put = await service.Admin.Put(
            "calendars/2028",
            new { off = new[] { "2028-02-29", "2028-01-01", "2028-01-01" }, work = new[] { "2028-02-29" } }
        );

        Assert.Equal(["2 added", "3 refused day FIL-039", "4 refused day FIL-039"], list.Rows());
        Assert.Equal(["off/2 FIL-015", "work/0 FIL-039"], put.Errors.Select(error => error[1..]));
    }

    [Fact]
    public async Task A_calendar_set_whole_says_which_days_went()
    {
        await service
            .Admin.Put("calendars/2033", new { off = new[] { "2033-01-03", "2033-01-04" }, work = new[] { "2033-01-08" } })
            .MustBe(200);

        var reply = await service
            .Admin.Put("calendars/2033", new { off = new[] { "2033-01-04" }, work = Array.Empty<string>() })
            .MustBe(200);

        Assert.Equal(["2033-01-03", "2033-01-08"], reply.Items("gone").Select(day => day.GetString()));
    }

    [Theory]
    [InlineData("calendars", "yes")]
    [InlineData("calendars", "1999")]
    [InlineData("trucks", "true")]
    public async Task Only_years_of_calendars_are_replaced(string list, string replace)
    {
        var reply = await service.Admin.Send(HttpMethod.Post, $"imports/{list}?replace={replace}", "day,kind\n"u8.ToArray(), SheetFile.Csv);

        Assert.Equal(("422 FIL-017", "/replace FIL-017"), (reply.Said, Assert.Single(reply.Errors)));
    }

    [Theory]
    [InlineData("organisations", "code,kind,name,town\nVV1,enterprise,甲,430181117\nVV2,nothing,乙,430181117\n")]
    [InlineData("trucks", "plate,colour,owner,tankM3,payloadT,papersUntil\n湘A79001,yellow,H1,8,8,2028-12-31\n")]
    [InlineData("accounts", "account,role,organisation,password\nviewed,station,S1,Correct-horse-7\n")]
    [InlineData("calendars", "day,kind\n2035-01-01,off\n")]
    public async Task A_preview_gives_the_same_answer_and_takes_nothing(string list, string text)
    {
        var before = await service.Rows();

        var preview = await service.Admin.Send(
            HttpMethod.Post,
            $"imports/{list}?preview=true",
            Encoding.UTF8.GetBytes(text),
            SheetFile.Csv,
            ("Idempotency-Key", $"preview-{list}")
        );
        var after = await service.Rows();
        var taken = await service.Csv(list, text);

        Assert.Equal(before, after);
        Assert.Equal("1", preview["added"]);
        Assert.Equal(preview.Text, taken.Text);
    }

    private Task<Reply> Send(string rows, string query = "") =>
        service.Admin.Send(HttpMethod.Post, $"imports/calendars{query}", Encoding.UTF8.GetBytes($"day,kind\n{rows}"), SheetFile.Csv);

    private static IEnumerable<string> Days(IReadOnlyList<string> year, string kind) =>
        year.Where(day => day.EndsWith(kind, StringComparison.Ordinal)).Select(day => day[..10]);

    private Task<IReadOnlyList<string>> Year(int number) =>
        service.Look<IReadOnlyList<string>>(async db =>
            await db.Calendars.AsNoTracking().SingleOrDefaultAsync(row => row.Year == number) is { } year
                ? [.. year.Off.Select(day => $"{day:yyyy-MM-dd} off").Concat(year.Work.Select(day => $"{day:yyyy-MM-dd} work")).Order()]
                : []
        );
}
