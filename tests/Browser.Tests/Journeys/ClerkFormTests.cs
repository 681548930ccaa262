using Browser.Tests.Running;
using FilingApi.Domain;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>The clerk's form before and after it is sent: what is said in time, what is kept, and where a fault is shown.</summary>
[Collection(nameof(Alone))]
public sealed class ClerkFormTests(Stage stage)
{
    private static readonly LocatorCheckOptions Choose = new() { Force = true };

    [Fact]
    public async Task Work_that_begins_before_the_answer_is_due_is_said_before_and_after_sending()
    {
        var page = await stage.Open(await stage.Busy, "clerk");

        await page.GotoAsync("/filings/new");
        await page.FillFiling(inDays: 1, slot: "evening", plate: "湘AFU9118");
        await page.Locator("[name='F.Day']").Nth(0).CheckAsync(Choose);
        await page.Locator("[name='F.Slot'][value=own]").CheckAsync(Choose);
        await page.SelectOptionAsync("#own-to", "23:59");
        await page.SelectOptionAsync("#later", "1");
        await Assertions.Expect(page.Locator("#summary #late")).ToContainTextAsync("作业早于答复时限");
        await page.ClickAsync("[data-submit]");
        await page.NumberOnPage();

        await Assertions.Expect(page.Done()).ToContainTextAsync("晚于作业开始时间");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_slot_of_today_that_is_over_is_not_offered()
    {
        var page = await stage.Open(await stage.Busy, "clerk");
        await page.RouteAsync(
            "**/filings/new",
            async route =>
            {
                var answer = await route.FetchAsync();
                var evening = DateTimeOffset.Parse("2026-03-02T19:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture);
                var body = System.Text.RegularExpressions.Regex.Replace(
                    await answer.TextAsync(),
                    "data-now=\"[0-9]+\"",
                    $"data-now=\"{evening.ToUnixTimeMilliseconds()}\""
                );
                await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = body });
            }
        );

        await page.GotoAsync("/filings/new");
        var morning = page.Locator("[name='F.Slot'][value=morning]");
        await morning.CheckAsync(Choose);
        await page.Locator("[name='F.Day']").Nth(0).CheckAsync(Choose);

        Assert.True(await morning.IsDisabledAsync());
        Assert.False(await morning.IsCheckedAsync());
        Assert.False(await page.Locator("[name='F.Slot'][value=evening]").IsDisabledAsync());
        await page.Locator("[name='F.Day']").Nth(1).CheckAsync(Choose);
        Assert.False(await morning.IsDisabledAsync());
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_in_a_field_sends_nothing(bool script)
    {
        var page = await stage.Open(await stage.Busy, "clerk", script: script);

        await page.GotoAsync("/filings/new");
        await page.FillFiling();
        foreach (var field in (string[])["#m3", "#trips", "#contact-phone", "#agreement-no"])
        {
            await page.PressAsync(field, "Enter");
        }

        Assert.EndsWith("/filings/new", page.Url, StringComparison.Ordinal);
        Assert.Equal("3", await page.InputValueAsync("#m3"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_keeps_what_is_half_typed_and_wrong()
    {
        var page = await stage.Open(await stage.Empty, "clerk2", script: false);

        await page.GotoAsync("/filings/new");
        await page.FillAsync("#m3", "6x");
        await page.FillAsync("#contact-phone", "13");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Assertions.Expect(page.Done()).ToContainTextAsync("已存为草稿，尚未提交");
        await page.GotoAsync("/filings/new");

        Assert.Equal(("6x", "13"), (await page.InputValueAsync("#m3"), await page.InputValueAsync("#contact-phone")));
        await page.Locator(".kept").GetByRole(AriaRole.Button, new() { Name = "放弃" }).ClickAsync();
        Assert.NotEqual("6x", await page.InputValueAsync("#m3"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_fault_stands_at_its_field_and_says_what_to_do_there()
    {
        var page = await stage.Open(await stage.Busy, "clerk");

        await page.GotoAsync("/filings/new");
        await page.FillFiling();
        await page.FillAsync("#m3", "0");
        await page.FillAsync("#contact-name", "");
        await page.FillAsync("#contact-phone", "138****8000");
        await page.Locator("[name='F.Trucks']:checked").UncheckAsync(new() { Force = true });
        await page.ClickAsync("[data-submit]");
        await page.WaitForSelectorAsync("#faults");
        var first = await page.Locator("#faults a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        await page.FillAsync("#contact-name", "张三");
        await page.Locator("[name='F.Trucks']:not(:disabled)").First.CheckAsync(Choose);
        await page.ClickAsync("[data-submit]");
        await page.WaitForFunctionAsync("document.querySelector('#faults a[href=\"#m3\"]') !== null");
        var second = await page.Locator("#faults a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");

        Assert.Equal(["#trucks", "#contact-name"], first);
        Assert.Equal(["#m3", "#contact-phone"], second);
        Assert.Equal(
            ("true", "m3-error"),
            (await page.GetAttributeAsync("#m3", "aria-invalid"), await page.GetAttributeAsync("#m3", "aria-describedby"))
        );
        await Assertions.Expect(page.Locator("#m3-error")).ToContainTextAsync("请填写方量");
        await Assertions.Expect(page.Locator("#contact-phone-error")).ToContainTextAsync("完整的联系电话");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task On_a_phone_Back_goes_one_step_back_and_a_draft_returns_to_its_step()
    {
        var page = await stage.Open(await stage.Busy, "clerk", width: 390);
        var next = page.GetByRole(AriaRole.Button, new() { Name = "下一步" });
        Task<string?> Step() => page.GetAttributeAsync("[data-step].now", "data-step");

        await page.GotoAsync("/filings/new");
        await page.Locator("[name='F.Place']").First.CheckAsync(Choose);
        await next.ClickAsync();
        await page.FillAsync("#m3", "7.5");
        await next.ClickAsync();
        Assert.Equal("3", await Step());
        await page.GoBackAsync();
        Assert.Equal("2", await Step());
        await page.GotoAsync("/filings");
        await page.GotoAsync("/filings/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "接着填" }).ClickAsync();

        Assert.Equal("2", await Step());
        Assert.Equal("7.5", await page.InputValueAsync("#m3"));
        await page.GoBackAsync();
        Assert.Equal("1", await Step());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_repeat_made_without_a_network_is_kept_and_sent_later()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "clerk");
        await page.GotoAsync("/filings?tab=done");
        var link = page.Locator("tr:has-text('五号宿舍') .do a").First;

        await page.Context.SetOfflineAsync(true);
        await link.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存，联网后提交" }).ClickAsync();
        await Assertions.Expect(page.Locator("#repeats")).ToContainTextAsync("等待联网提交");
        var kept = await page.EvaluateAsync<string>("Object.values(localStorage).join()");
        await page.Context.SetOfflineAsync(false);
        var sent = page.Locator(".toast");
        await Assertions.Expect(sent).ToContainTextAsync("已提交（断网时保存的报备）");
        var number = (await sent.InnerTextAsync()).Split(' ')[0];

        Assert.Equal(FilingStatus.Submitted, await town.StatusOf(number));
        Assert.DoesNotContain("示例联系人", kept, StringComparison.Ordinal);
        Assert.Empty(await page.EvaluateAsync<string[]>("Object.keys(localStorage).filter(key => key.startsWith('repeat:'))"));
        await page.Context.DisposeAsync();
    }
}
