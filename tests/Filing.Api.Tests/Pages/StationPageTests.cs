using System.Net;

namespace FilingApi.Tests.Pages;

/// <summary>The station's page shows the filing that was asked for and no other, and says of an act that came too late why.</summary>
public sealed class StationPageTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_decided_filing_says_who_did_what_when_and_offers_nothing_while_others_wait()
    {
        var decided = await _service.Recorded();
        var waiting = await _service.Filed(Make.Plate(2));
        using var station = await PageBrowser.Of(_service, "station");

        var (_, pane) = await station.Get($"/station?handler=Pane&n={decided}");
        var (_, page) = await station.Get($"/station?n={decided}");

        Assert.Contains("此件已由 station 于 08:00 备案", pane, StringComparison.Ordinal);
        Assert.Contains($"href=\"/filings/{decided}\"", pane, StringComparison.Ordinal);
        Assert.DoesNotContain("data-record", pane, StringComparison.Ordinal);
        Assert.DoesNotContain("data-return-form", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"n\" value=\"{waiting}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_not_there_is_said_and_no_other_filing_takes_its_place()
    {
        await _service.Filed();
        using var station = await PageBrowser.Of(_service, "station");

        var (_, page) = await station.Get("/station?n=XW-430181117-20200101-0001");

        Assert.Contains("未找到 XW-430181117-20200101-0001", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-acts", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_that_comes_too_late_says_which_filing_who_was_first_and_when()
    {
        var number = await _service.Filed();
        using var station = await PageBrowser.Of(_service, "station");
        _service.Move("08:01");
        await _service.Clerk.Post($"filings/{number}/withdrawal").MustBe(200);

        var byScript = await Late(PageBrowser.Script);
        var byHand = await Late();

        const string said = ": 此件已由 clerk 于 08:01 撤回，您的操作未生效";
        Assert.Contains(number + said, byScript.Text, StringComparison.Ordinal);
        Assert.Contains(number + said, byHand.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-acts", byHand.Text, StringComparison.Ordinal);

        Task<(HttpStatusCode Status, string Text)> Late(params (string, string)[] more) =>
            station.Post("/station", "/station?handler=Record", [("n", number), ("version", "2"), .. more]);
    }

    [Fact]
    public async Task Several_are_recorded_at_once_and_what_did_not_take_is_said()
    {
        var (first, second) = (await _service.Filed(), await _service.Filed(Make.Plate(2)));
        await _service.Clerk.Post($"filings/{second}/withdrawal").MustBe(200);
        using var station = await PageBrowser.Of(_service, "station");

        var (_, said) = await station.Post(
            "/station",
            "/station?handler=Batch",
            ("numbers", $"{first}|2"),
            ("numbers", $"{second}|2"),
            PageBrowser.Script
        );

        Assert.Contains("\"ok\":false", said, StringComparison.Ordinal);
        Assert.Contains("已备案 1 份", said, StringComparison.Ordinal);
        Assert.Contains($"{second}: 此件已由 clerk 于 08:00 撤回，您的操作未生效", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_since_the_return_stands_beside_what_it_was()
    {
        var body = Make.Filing(_service.At("09:00", 9), _service.At("12:00", 9));
        var number = await _service.Filed(body);
        await _service.Station.Post($"filings/{number}/return", new { defects = new[] { "方量或车次不合理" } }).MustBe(200);
        body["m3"] = 6.5m;
        body["contact"]!["phone"] = "0731-83200002";
        body.Remove("submit");
        await _service.Clerk.Put($"filings/{number}", body).MustBe(200);
        await _service.Clerk.Post($"filings/{number}/submission").MustBe(200);
        using var station = await PageBrowser.Of(_service, "station");

        var (_, pane) = await station.Get($"/station?handler=Pane&n={number}");

        Assert.Contains("<del>8 m³ · 1 车次</del> <ins>6.5 m³ · 1 车次</ins>", pane, StringComparison.Ordinal);
        Assert.Equal(2, pane.Split("<del>").Length - 1);
        Assert.DoesNotContain("83200002", pane, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_the_firm_has_dates_links_and_its_whole_count()
    {
        var earlier = await _service.Recorded(Make.Plate(3));
        for (var i = 0; i < 9; i++)
        {
            await _service.Filed(Make.Filing(_service.At("09:00", 10 + i), _service.At("10:00", 10 + i), Make.Plate(3)));
        }

        var number = await _service.Filed();
        using var station = await PageBrowser.Of(_service, "station");

        var (_, pane) = await station.Get($"/station?handler=Pane&n={earlier}");
        var count = await _service.Look(db => Task.FromResult(db.Filings.Count(filing => filing.Enterprise == "E1") - 1));

        Assert.Contains($"（近 8 份，共 {count} 份）", pane, StringComparison.Ordinal);
        Assert.Contains($"href=\"/filings/{number}\"", pane, StringComparison.Ordinal);
        Assert.Contains("今天 09:00–12:00", pane, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_begins_before_the_answer_is_due_is_said_in_the_line_and_in_the_pane()
    {
        var number = await _service.Filed(Make.Filing(_service.At("08:30"), _service.At("10:00"), Make.Plate(4)));
        using var station = await PageBrowser.Of(_service, "station");

        var (_, page) = await station.Get($"/station?n={number}");

        Assert.Contains("作业将于今天 08:30 开始，早于答复期限", page, StringComparison.Ordinal);
        Assert.Contains("答复期限前开工", page, StringComparison.Ordinal);
    }
}
