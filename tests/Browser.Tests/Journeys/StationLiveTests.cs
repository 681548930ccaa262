using Browser.Tests.Running;
using FilingApi.Domain;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>What lies open before the reviewer is what was asked for, and follows what others do to it.</summary>
public sealed class StationLiveTests(Stage stage)
{
    private const string Gone = "[data-gone]";

    [Fact]
    public async Task What_another_reviewer_records_loses_its_buttons_and_says_who_recorded_it()
    {
        var town = await stage.Busy;
        var (mine, page) = await stage.BeforeReviewer(town, "morning", 4);
        await page.CheckAsync("[name=reasons] >> nth=0", new() { Force = true });
        var other = await stage.Open(town, "station", script: false);
        await other.GotoAsync($"/station?n={mine}");

        await other.ClickAsync(".act-record .primary");

        await Assertions.Expect(page.Locator(Gone)).ToContainTextAsync("此件已由 station 于");
        await IsLeftAlone(page, mine);
        await other.Context.DisposeAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task What_the_clerk_withdraws_says_so_and_A_acts_on_no_other()
    {
        var town = await stage.Busy;
        var (mine, page) = await stage.BeforeReviewer(town, "afternoon", 4);
        var clerk = await stage.Open(town, "clerk2");
        await clerk.GotoAsync($"/filings/{mine}");

        await clerk.ClickAsync(".detail-side details summary");
        await clerk.ClickAsync(".detail-side .danger");

        await Assertions.Expect(page.Locator(Gone)).ToContainTextAsync("此件已由 clerk2 于");
        await IsLeftAlone(page, mine);
        await clerk.Context.DisposeAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_number_among_the_decisions_opens_that_filing_and_in_the_queue_it_stays_what_was_asked_for()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "station");
        await page.GotoAsync("/station/decisions");
        var number = await page.Locator(".list .number a").First.InnerTextAsync();

        await page.ClickAsync(".list .number a >> nth=0");

        await Assertions.Expect(page.Locator(".head .number")).ToHaveTextAsync(number);
        await page.RunAndWaitForResponseAsync(
            () => page.GotoAsync($"/station?n={number}"),
            answer => answer.Url.Contains("handler=Pane", StringComparison.Ordinal) && answer.Url.Contains(number, StringComparison.Ordinal)
        );
        await IsLeftAlone(page, number);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task What_is_written_stays_while_others_decide_other_filings()
    {
        var town = await stage.Busy;
        var other = await stage.File(town, "evening", 4);
        var (mine, page) = await stage.BeforeReviewer(town, "evening", 5);
        await page.FillAsync("#other", "请补充进场路线");

        var colleague = await stage.Open(town, "station", script: false);
        await colleague.GotoAsync($"/station?n={other}");
        await page.RunAndWaitForResponseAsync(
            () => colleague.ClickAsync(".act-record .primary"),
            answer => answer.Url.Contains("handler=Pane", StringComparison.Ordinal) && answer.Url.Contains(mine, StringComparison.Ordinal)
        );

        await Assertions.Expect(page.Locator($".line[data-number='{other}']")).ToHaveCountAsync(0);
        Assert.Equal("请补充进场路线", await page.InputValueAsync("#other"));
        await colleague.Context.DisposeAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_contact_is_shown_in_place_for_a_reason()
    {
        var (_, page) = await stage.BeforeReviewer(await stage.Busy, "day", 4);
        var words = page.Locator("#pane [data-contact-words]");
        Assert.Contains("****", await words.InnerTextAsync(), StringComparison.Ordinal);

        await page.ClickAsync("#pane .contact summary");
        await page.FillAsync("#contact-reason", "核实作业地点");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(words).Not.ToContainTextAsync("*");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_station_revokes_on_the_page_of_the_filing()
    {
        var town = await stage.Busy;
        var (mine, page) = await stage.BeforeReviewer(town, "day", 3);
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator("#toasts")).ToContainTextAsync($"{mine} 已备案");

        await page.GotoAsync($"/filings/{mine}");
        await page.ClickAsync("[data-revoke] summary");
        await page.FillAsync("#revoke-reason", "现场与报备不符");
        await page.ClickAsync("[data-revoke] .danger");

        await Assertions.Expect(page.Done()).ToContainTextAsync($"{mine} 已撤销备案");
        Assert.Equal(FilingStatus.Revoked, await town.StatusOf(mine));
        await page.Context.DisposeAsync();
    }

    /// <summary>No buttons, keys without effect, and the same number in pane and address.</summary>
    private static async Task IsLeftAlone(IPage page, string number)
    {
        await Assertions.Expect(page.Locator("[data-acts]")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator("#pane .number")).ToHaveTextAsync(number);
        Assert.Contains(number, page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".toast, .line.held").CountAsync());
    }
}
