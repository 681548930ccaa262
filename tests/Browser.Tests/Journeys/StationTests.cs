using Browser.Tests.Running;
using FilingApi.Domain;
using Microsoft.Playwright;
using Town = Browser.Tests.Running.Town;

namespace Browser.Tests.Journeys;

/// <summary>The reviewer's work, by keyboard alone where a key is offered.</summary>
public sealed class StationTests(Stage stage)
{
    [Fact]
    public async Task One_key_records_five_seconds_later_and_the_next_opens_by_itself()
    {
        var town = await stage.Busy;
        var (mine, page) = await Before(town, "afternoon", 2);

        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator("#pane")).Not.ToContainTextAsync(mine);
        Assert.Equal(FilingStatus.Submitted, await town.StatusOf(mine));

        await Assertions.Expect(page.Locator("#toasts")).ToContainTextAsync($"{mine} 已备案");
        Assert.Equal(FilingStatus.Recorded, await town.StatusOf(mine));
        Assert.Equal((0, 1), await page.Steps());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_record_that_is_undone_never_was()
    {
        var town = await stage.Busy;
        var (mine, page) = await Before(town, "evening", 2);

        await page.Keyboard.PressAsync("a");
        await page.Locator(".toast .button").WaitForAsync();
        await page.Keyboard.PressAsync("z");

        await Assertions.Expect(page.Locator("#toasts")).ToContainTextAsync("已取消");
        await Assertions.Expect(page.Locator("#pane")).ToContainTextAsync(mine);
        await page.Keyboard.PressAsync("j");
        Assert.Equal(FilingStatus.Submitted, await town.StatusOf(mine));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_held_decision_is_sent_when_the_page_is_left()
    {
        var town = await stage.Busy;
        var (mine, page) = await Before(town, "morning", 2);

        await page.Keyboard.PressAsync("a");
        await page.Locator(".toast .button").WaitForAsync();
        await page.GotoAsync("/station/decisions");

        await Eventually(async () => await town.StatusOf(mine) == FilingStatus.Recorded);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_filing_is_returned_by_keyboard_and_the_preview_shows_what_the_clerk_will_see()
    {
        var town = await stage.Busy;
        var (mine, page) = await Before(town, "day", 6);

        await page.Keyboard.PressAsync("r");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("[data-preview]")).ToHaveTextAsync("作业地点不清");
        await page.Locator("[data-return-form] .danger").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Done()).ToContainTextAsync($"{mine} 已退回");
        Assert.Equal(FilingStatus.Returned, await town.StatusOf(mine));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_filing_is_returned_in_two_clicks()
    {
        var town = await stage.Busy;
        var (mine, page) = await Before(town, "morning", 6);

        await page.Locator("[name=reasons]").First.CheckAsync(new() { Force = true });
        await page.ClickAsync("[data-return-form] .danger");

        await Assertions.Expect(page.Done()).ToContainTextAsync($"{mine} 已退回");
        Assert.Equal((2, 0), await page.Steps());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task An_emergency_is_said_at_once_on_the_open_page()
    {
        var town = await stage.Busy;
        var station = await stage.Open(town, "station");
        await station.GotoAsync("/station");
        var elsewhere = await stage.Open(town, "station");
        await elsewhere.GotoAsync("/station/decisions");

        var clerk = await stage.Open(town, "clerk");
        await clerk.GotoAsync("/filings/new");
        await clerk.FillFiling(inDays: 6, slot: "evening");
        await clerk.Locator("[data-emergency]").CheckAsync();
        await clerk.FillAsync("#note-text", "污水外溢到路面");
        await clerk.ClickAsync("[data-submit]");
        var number = await clerk.NumberOnPage();

        await Assertions.Expect(station.Locator("#alarm")).ToContainTextAsync("新的应急报备");
        await station.Locator("#alarm button").ClickAsync();
        await Assertions.Expect(station.Locator("#pane")).ToContainTextAsync(number);
        await Assertions.Expect(station.Locator("#pane")).ToContainTextAsync("污水外溢到路面");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("0731-80000001");
        await Assertions.Expect(elsewhere.Locator("#alarm")).ToContainTextAsync("新的应急报备");
        await elsewhere.Locator("#alarm a").ClickAsync();
        await Assertions.Expect(elsewhere.Locator("#pane")).ToContainTextAsync(number);

        // A person without script finds it on top, and so does who is on call when the station has gone home.
        var plain = await stage.Open(town, "station", script: false);
        await plain.GotoAsync("/station?show=overdue");
        await Assertions.Expect(plain.Locator(".alarm")).ToContainTextAsync("应急");
        await Assertions.Expect(plain.Locator(".line").First).ToHaveClassAsync("line urgent");
        var onCall = await stage.Open(town, "supervisor");
        await onCall.GotoAsync($"/station?n={number}");
        await Assertions.Expect(onCall.Locator("#pane")).ToContainTextAsync("0731-80000001");
        Assert.Equal(0, await onCall.Locator("[data-acts] button").CountAsync());
        await plain.Context.DisposeAsync();
        await onCall.Context.DisposeAsync();
        await elsewhere.Context.DisposeAsync();
        await clerk.Context.DisposeAsync();
        await station.Context.DisposeAsync();
    }

    [Fact]
    public async Task Without_script_a_press_records()
    {
        var town = await stage.Busy;
        var (mine, withScript) = await Before(town, "day", 5);
        var page = await stage.Open(town, "station", script: false);

        await page.GotoAsync($"/station?n={mine}");
        await page.ClickAsync(".act-record .primary");

        await Assertions.Expect(page.Done()).ToContainTextAsync($"{mine} 已备案");
        await page.Context.DisposeAsync();
        await withScript.Context.DisposeAsync();
    }

    [Fact]
    public async Task Decisions_are_found_and_exported_for_a_spreadsheet()
    {
        var page = await stage.Open(await stage.Busy, "station");

        await page.GotoAsync("/station/decisions?act=revoke");
        await Assertions.Expect(page.Locator(".list tbody")).ToContainTextAsync("现场与报备不符");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".list-files a:last-child"));
        var bytes = await File.ReadAllBytesAsync((await download.PathAsync())!);

        Assert.Equal<byte>([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("现场与报备不符", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    private Task<(string Number, IPage Page)> Before(Town town, string slot, int inDays) => stage.BeforeReviewer(town, slot, inDays);

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds())
        {
            await Task.Delay(100, patience.Token);
        }
    }
}
