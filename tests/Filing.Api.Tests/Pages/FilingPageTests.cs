using System.Net;
using System.Text.RegularExpressions;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Pages;

/// <summary>A filing has one page, for everybody who may read it, and each sees the acts that are his.</summary>
public sealed partial class FilingPageTests(TestService service) : IClassFixture<TestService>
{
    private const string Withdraw = "handler=Withdraw";
    private const string Revoke = "handler=Revoke";
    private readonly TestService _service = service.NewDay();

    [Theory]
    [InlineData("clerk", true, false)]
    [InlineData("station", false, true)]
    [InlineData("supervisor", false, false)]
    public async Task Each_finds_a_record_at_its_own_address_with_the_acts_that_are_his(string account, bool withdraws, bool revokes)
    {
        var number = await _service.Recorded();
        using var browser = await PageBrowser.Of(_service, account);

        var (status, page) = await browser.Get($"/filings/{number}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(number, page, StringComparison.Ordinal);
        Assert.Equal(
            (withdraws, revokes),
            (page.Contains(Withdraw, StringComparison.Ordinal), page.Contains(Revoke, StringComparison.Ordinal))
        );
        Assert.Equal(withdraws, page.Contains("/filings/new?from=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("clerk2", HttpStatusCode.NotFound)]
    [InlineData("stationB", HttpStatusCode.NotFound)]
    [InlineData("plant", HttpStatusCode.Forbidden)]
    public async Task Nobody_else_finds_it(string account, HttpStatusCode expected)
    {
        var number = await _service.Recorded();
        using var browser = await PageBrowser.Of(_service, account);

        Assert.Equal(expected, (await browser.Get($"/filings/{number}")).Status);
    }

    [Fact]
    public async Task A_number_among_the_decisions_leads_to_the_filing_and_not_to_the_queue()
    {
        var number = await _service.Recorded();
        using var station = await PageBrowser.Of(_service, "station");

        var (_, page) = await station.Get("/station/decisions");

        Assert.Contains($"href=\"/filings/{number}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/station?n={number}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_waits_its_page_leads_the_station_to_it_in_the_queue()
    {
        var number = await _service.Filed();
        using var station = await PageBrowser.Of(_service, "station");
        using var supervisor = await PageBrowser.Of(_service, "supervisor");

        Assert.Contains($"href=\"/station?n={number}\"", (await station.Get($"/filings/{number}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/station?n={number}", (await supervisor.Get($"/filings/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_station_revokes_what_it_recorded_with_a_reason()
    {
        var number = await _service.Recorded();
        using var station = await PageBrowser.Of(_service, "station");
        var page = $"/filings/{number}";

        var without = await station.Post(page, $"{page}?handler=Revoke", ("reason", " "), ("version", "3"));
        var done = await station.Post(page, $"{page}?handler=Revoke", ("reason", "现场与报备不符"), ("version", "3"));

        Assert.Equal(HttpStatusCode.OK, without.Status);
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var after = (await station.Get(page)).Text;
        Assert.Contains("现场与报备不符", after, StringComparison.Ordinal);
        Assert.Contains("此件已由 station 于 08:00 撤销备案", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("station", "Withdraw")]
    [InlineData("supervisor", "Withdraw")]
    [InlineData("clerk", "Revoke")]
    [InlineData("supervisor", "Revoke")]
    [InlineData("station", "Load")]
    public async Task An_act_of_somebody_else_is_not_taken_from_the_page(string account, string act)
    {
        var number = await _service.Recorded();
        using var browser = await PageBrowser.Of(_service, account);

        await browser.Post(
            $"/filings/{number}",
            $"/filings/{number}?handler={act}",
            ("reason", "试"),
            ("trip", $"{number}-1"),
            ("m3", "1")
        );

        Assert.Equal(
            FilingStatus.Recorded,
            await _service.Look(db => db.Filings.Where(one => one.Number == number).Select(one => one.Status).SingleAsync())
        );
    }

    [Fact]
    public async Task The_contact_is_shown_for_a_reason_that_is_kept_and_is_never_a_fields_value()
    {
        var number = await _service.Filed();
        using var station = await PageBrowser.Of(_service, "station");
        var page = $"/filings/{number}";

        var masked = (await station.Get(page)).Text;
        var without = await station.Post(page, $"{page}?handler=Contact", ("reason", ""), PageBrowser.Script);
        var shown = await station.Post(page, $"{page}?handler=Contact", ("reason", "核实作业地点"), PageBrowser.Script);
        var plain = await station.Post(page, $"{page}?handler=Contact", ("reason", "核实作业地点"));

        Assert.DoesNotContain("0731-83200001", masked + without.Text, StringComparison.Ordinal);
        Assert.Contains("****", masked, StringComparison.Ordinal);
        Assert.DoesNotMatch(MaskedValue(), masked + (await station.Get($"/station?n={number}")).Text);
        Assert.Contains("李四 0731-83200001", shown.Text, StringComparison.Ordinal);
        Assert.Contains("李四 0731-83200001", plain.Text, StringComparison.Ordinal);
        var kept = await _service.Look(db =>
            db.Timeline.Where(act => act.Subject == SubjectKind.Contact && act.Key == number).ToListAsync()
        );
        Assert.Equal(["核实作业地点", "核实作业地点"], kept.Select(act => act.Detail!.Reason));
    }

    [GeneratedRegex("value=\"[^\"]*\\*\\*")]
    private static partial Regex MaskedValue();
}
