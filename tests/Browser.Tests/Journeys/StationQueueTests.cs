using Browser.Tests.Running;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Town = Browser.Tests.Running.Town;

namespace Browser.Tests.Journeys;

/// <summary>A queue longer than a page, and several recorded together.</summary>
public sealed class StationQueueTests(Stage stage)
{
    [Fact]
    public async Task Several_without_conflict_are_recorded_in_three_clicks_after_saying_what_is_left_out_and_can_be_undone()
    {
        await using var town = await Town.Living();
        var page = await stage.Open(town, "station");
        await page.CountSteps();
        await page.GotoAsync("/station");
        var before = await page.Locator(".line").CountAsync();
        var plain = await page.Locator("[name=numbers]").CountAsync();

        await RecordAll();
        await page.Locator(".toast .button").WaitForAsync();
        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page.Locator(".line.held")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#toasts")).ToContainTextAsync("未备案");
        Assert.Equal((3, 1), await page.Steps());

        await RecordAll();
        await Assertions.Expect(page.Locator("#toasts")).ToContainTextAsync($"已备案 {plain} 份");
        await Assertions.Expect(page.Locator(".line")).ToHaveCountAsync(before - plain);
        Assert.Equal((6, 1), await page.Steps());
        await page.Context.DisposeAsync();

        async Task RecordAll()
        {
            await page.ClickAsync("[data-all]");
            await page.ClickAsync(".batch-do summary");
            await Assertions.Expect(page.Locator("[data-sure]")).ToHaveTextAsync($"将备案所选 {plain} 份。");
            await Assertions.Expect(page.Locator("[data-left]")).ToContainTextAsync($"另有 {before - plain} 份须逐份审核");
            await page.ClickAsync(".batch-sure .primary");
        }
    }

    [Fact]
    public async Task A_long_queue_is_counted_whole_has_no_blank_below_and_J_goes_over_the_end_of_a_page()
    {
        await using var town = await Town.Living();
        await town.Ask(Fill);
        var page = await stage.Open(town, "station");
        await page.GotoAsync("/station");
        var waiting = await town.Ask(db => db.Filings.CountAsync(filing => filing.Status == FilingStatus.Submitted));

        await Assertions.Expect(page.Locator(".filters .count").First).ToHaveTextAsync($"{waiting}");
        await Assertions.Expect(page.Locator(".line")).ToHaveCountAsync(50);
        Assert.InRange(await Blank(page), -1, 1);

        await page.ClickAsync(".line-link >> nth=49");
        var last = await page.Locator(".line[aria-current]").GetAttributeAsync("data-number");
        await Assertions.Expect(page.Locator("#pane .number")).ToHaveTextAsync(last!);
        await page.Keyboard.PressAsync("j");

        await Assertions.Expect(page.Locator(".line")).ToHaveCountAsync(waiting - 50);
        await Assertions.Expect(page.Locator(".line").First).ToHaveAttributeAsync("aria-current", "true");
        var next = await page.Locator(".line").First.GetAttributeAsync("data-number");
        await Assertions.Expect(page.Locator("#pane .number")).ToHaveTextAsync(next!);
        Assert.Contains("after=", page.Url, StringComparison.Ordinal);

        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator("#pane .number")).ToHaveTextAsync(last!);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".line[aria-current]")).ToHaveAttributeAsync("data-number", last!);
        await page.Context.DisposeAsync();
    }

    /// <summary>What the document is longer than its last element.</summary>
    private static Task<double> Blank(IPage page) =>
        page.EvaluateAsync<double>(
            "document.documentElement.scrollHeight - Math.max(innerHeight, document.querySelector('#foot').getBoundingClientRect().bottom "
                + "+ scrollY)"
        );

    /// <summary>Eighty more of what already waits, each on its own day: through the store, because a form each takes minutes.</summary>
    private static async Task<int> Fill(FilingApi.Data.FilingDb db)
    {
        var like = await db.Filings.AsNoTracking().Where(filing => filing.Status == FilingStatus.Submitted).FirstAsync();
        var plant = await db.Plants.AsNoTracking().FirstAsync(plant => plant.Code == "P1");
        for (var i = 1; i <= 80; i++)
        {
            var body = like.Body with { From = like.From.AddDays(30 + i), To = like.From.AddDays(30 + i).AddHours(1), Emergency = false };
            var filing = Filing.Draft($"XW-{like.Town}-20300101-{i:0000}", "AAAAAA", like.Town, like.Enterprise, body, like.CreatedAt);
            filing.Submit(OrdinaryFiling.ToPermission(body, plant, like.Town), body.From, Actor.System, like.CreatedAt);
            db.Filings.Add(filing);
        }

        return await db.SaveChangesAsync();
    }
}
