using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>Finding again what one did, with nothing but the keyboard, and without script.</summary>
public sealed class ListTests(Stage stage)
{
    [Fact]
    public async Task A_clerk_finds_a_filing_by_the_last_digits_of_its_plate_and_follows_the_plate_to_its_truck()
    {
        var page = await stage.Open(await stage.Living, "clerk", width: 320, script: false);

        await page.GotoAsync("/filings");
        await page.FocusAsync("#q");
        await page.Keyboard.TypeAsync("26018");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=26018"));
        var scrolls = await page.ScrollsSideways();
        await page.Locator(".list a.plate:has-text('26018')").First.ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("湘A·26018");
        Assert.False(scrolls);
        Assert.False(await page.ScrollsSideways());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_list_is_downloaded_as_it_is_filtered()
    {
        var page = await stage.Open(await stage.Living, "station");

        await page.GotoAsync("/station/decisions?act=record");
        var file = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".list-files a:has-text('XLSX')"));

        Assert.EndsWith("-station.xlsx", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.StartsWith("decisions-", file.SuggestedFilename, StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }
}
