using Browser.Tests.Running;
using FilingApi.Domain;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>The reviewer's keys, and the desk where there is little room.</summary>
public sealed class StationKeysTests(Stage stage)
{
    private const string ComposedKey = """
        code => document.activeElement.dispatchEvent(
          new KeyboardEvent("keydown", { code, key: "Process", keyCode: 229, bubbles: true, cancelable: true }))
        """;

    [Fact]
    public async Task Keys_work_under_a_Chinese_input_method_and_not_where_a_key_types_or_chooses()
    {
        var town = await stage.Busy;
        var (mine, page) = await stage.BeforeReviewer(town, "morning", 5);
        foreach (var place in new[] { "#other", "[name=reasons] >> nth=0", "#pane details summary >> nth=0", "[name=numbers] >> nth=0" })
        {
            await page.FocusAsync(place);
            await page.EvaluateAsync(ComposedKey, "KeyA");
            await page.EvaluateAsync(ComposedKey, "KeyJ");
            await page.Keyboard.PressAsync("z");
        }

        Assert.Equal(0, await page.Locator(".toast, .line.held").CountAsync());
        await Assertions.Expect(page.Locator("#pane .number")).ToHaveTextAsync(mine);

        await page.FocusAsync("[name=reasons] >> nth=0");
        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync(ComposedKey, "KeyA");

        await Assertions.Expect(page.Locator("#toasts")).ToContainTextAsync($"{mine} 已备案");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_key_that_is_held_down_records_one()
    {
        var town = await stage.Busy;
        var (mine, page) = await stage.BeforeReviewer(town, "afternoon", 5);

        await page.Keyboard.DownAsync("a");
        await page.Keyboard.DownAsync("a");
        await Assertions.Expect(page.Locator("#pane .number")).Not.ToHaveTextAsync(mine);
        await page.Keyboard.DownAsync("a");
        await page.Keyboard.UpAsync("a");

        await Assertions.Expect(page.Locator(".line.held")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("z");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task On_a_phone_a_row_opens_the_filing_and_there_is_a_way_back()
    {
        var page = await stage.Open(await stage.Living, "station", width: 390);
        await page.GotoAsync("/station");
        await Assertions.Expect(page.Locator("#pane")).ToBeHiddenAsync();

        await page.TapAsync(".line-link >> nth=1");

        await Assertions.Expect(page.Locator("#queue")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#pane h2").First).ToBeInViewportAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#queue")).ToBeVisibleAsync();
        await page.GoForwardAsync();
        await Assertions.Expect(page.Locator("#queue")).ToBeHiddenAsync();
        await page.TapAsync("[data-back]");
        await Assertions.Expect(page.Locator(".line").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#pane")).ToBeHiddenAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task On_a_small_screen_a_filing_is_returned_in_two_clicks_without_scrolling()
    {
        var town = await stage.Busy;
        var (mine, page) = await stage.BeforeReviewer(town, "evening", 6, width: 768);
        var acts = page.Locator("[data-return-form] .chip span, [data-return-form] .danger");
        foreach (var act in await acts.AllAsync())
        {
            await Assertions.Expect(act).ToBeInViewportAsync(new() { Ratio = 1 });
        }

        await page.ClickAsync("[data-return-form] .chip >> nth=0");
        await page.ClickAsync("[data-return-form] .danger");

        await Assertions.Expect(page.Done()).ToContainTextAsync($"{mine} 已退回");
        Assert.Equal((2, 0), await page.Steps());
        Assert.Equal(FilingStatus.Returned, await town.StatusOf(mine));
        await page.Context.DisposeAsync();
    }
}
