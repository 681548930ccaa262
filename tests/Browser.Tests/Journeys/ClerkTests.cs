using Browser.Tests.Running;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Town = Browser.Tests.Running.Town;

namespace Browser.Tests.Journeys;

/// <summary>The enterprise clerk's work, as it is done.</summary>
public sealed class ClerkTests(Stage stage)
{
    [Fact]
    public async Task A_filing_is_made_on_one_page_and_followed()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "clerk");

        await page.CountSteps();
        await page.GotoAsync("/filings/new");
        await page.FillFiling();
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("08:00–12:00");
        await page.ClickAsync("[data-submit]");
        var number = await page.NumberOnPage();

        var (clicks, keys) = await page.Steps();
        Assert.InRange(clicks, 1, 9);
        Assert.InRange(keys, 1, 20);
        Assert.Equal(FilingStatus.Submitted, await town.StatusOf(number));
        await Assertions.Expect(page.Done()).ToContainTextAsync(number);
        await Assertions.Expect(page.Locator(".detail-side")).ToContainTextAsync("环保站审核中");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Filing_again_takes_two_clicks_and_no_typing()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "clerk");

        await page.CountSteps();
        await page.GotoAsync("/filings?tab=done");
        await page.Locator("tr:has-text('五号宿舍') .do a").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交报备" }).ClickAsync();
        var number = await page.NumberOnPage();

        Assert.Equal((2, 0), await page.Steps());
        Assert.Equal(FilingStatus.Submitted, await town.StatusOf(number));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_contact_of_an_earlier_filing_is_filled_in_whole_for_its_owner()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "clerk");

        await page.GotoAsync("/filings/new");
        await page.FillFiling(slot: "evening");
        var shown = await page.InputValueAsync("#contact-phone");
        await page.ClickAsync("[data-submit]");
        var number = await page.NumberOnPage();
        var kept = await town.Ask(db => Task.FromResult(db.Filings.Single(filing => filing.Number == number).Body.Contact.Phone));

        Assert.DoesNotContain("*", shown, StringComparison.Ordinal);
        Assert.Equal(kept, shown);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_double_click_and_the_back_button_file_once()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "clerk2");
        const string note = "按了两次，又退回来";

        await page.GotoAsync("/filings/new");
        await page.FillFiling("湘AEB7529");
        await page.FillAsync("#note-text", note);
        var key = await page.InputValueAsync("[data-filing] [name=key]");
        await page.DblClickAsync("[data-submit]");
        await page.NumberOnPage();
        await page.GoBackAsync();

        // Whether the browser still had the page or asked for it anew.
        Assert.Equal(key, await page.InputValueAsync("[data-filing] [name=key]"));
        await page.ClickAsync("[data-submit]");
        await page.WaitForURLAsync(url =>
            url.Contains("handler=Submit", StringComparison.Ordinal) || url.Contains("/XW-", StringComparison.Ordinal)
        );

        // Known by its note: others file for the same enterprise meanwhile.
        var filings = await town.Ask(db => db.Filings.AsNoTracking().ToListAsync());
        Assert.Single(filings, filing => filing.Body.Note == note);
        await page.GoBackAsync();
        await page.ReloadAsync();
        Assert.Equal(key, await page.InputValueAsync("[data-filing] [name=key]"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task What_was_typed_outlives_the_session()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "clerk");

        await page.GotoAsync("/filings/new");
        await page.FillFiling(slot: "afternoon");
        await page.Context.ClearCookiesAsync(new() { Name = "session" });
        await page.ClickAsync("[data-submit]");
        await page.FillAsync("#account", "clerk");
        await page.FillAsync("#password", "wrong");
        await page.ClickAsync("form[action='/signin'] button");
        await page.FillAsync("#password", Town.Password);
        await page.ClickAsync("form[action='/signin'] button");
        await page.GetByRole(AriaRole.Button, new() { Name = "继续提交" }).ClickAsync();
        var number = await page.NumberOnPage();

        Assert.Equal(FilingStatus.Submitted, await town.StatusOf(number));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_that_was_left_is_offered_again_without_the_contact()
    {
        var page = await stage.Open(await stage.Busy, "clerk");

        await page.GotoAsync("/filings/new");
        await page.FillAsync("#m3", "7.5");
        await page.FillAsync("#contact-phone", "13800138000");
        await page.GotoAsync("/filings");
        await page.GotoAsync("/filings/new");
        var kept = await page.EvaluateAsync<string>("localStorage.getItem('draft:new')");
        await page.GetByRole(AriaRole.Button, new() { Name = "接着填" }).ClickAsync();

        Assert.Equal("7.5", await page.InputValueAsync("#m3"));
        Assert.DoesNotContain("13800138000", kept, StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_saved_draft_is_offered_even_if_typing_starts_before_it_is_read()
    {
        var page = await stage.Open(await stage.Busy, "clerk");
        await page.GotoAsync("/filings/new");
        await page.FillAsync("#m3", "7.5");

        // The document is there when the script has run, and before anything it put off.
        await page.AddInitScriptAsync(
            """
            document.addEventListener('DOMContentLoaded', () =>
              document.getElementById('note-text')?.dispatchEvent(new Event('input', { bubbles: true })))
            """
        );
        await page.GotoAsync("/filings/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "接着填" }).ClickAsync();

        Assert.Equal("7.5", await page.InputValueAsync("#m3"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_lost_where_something_is_missing_and_each_fault_leads_to_its_field()
    {
        var page = await stage.Open(await stage.Busy, "clerk");

        await page.GotoAsync("/filings/new");
        await page.FillAsync("#m3", "6");
        await page.ClickAsync("[data-submit]");
        await page.ClickAsync("#faults a[href='#trucks']");

        Assert.Equal("6", await page.InputValueAsync("#m3"));
        Assert.EndsWith("#trucks", page.Url, StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task An_emergency_needs_its_reason()
    {
        var page = await stage.Open(await stage.Busy, "clerk");

        await page.GotoAsync("/filings/new");
        await page.FillFiling();
        await page.Locator("[data-emergency]").CheckAsync();
        await page.ClickAsync("[data-submit]");

        await Assertions.Expect(page.Locator("#faults")).ToContainTextAsync("应急作业请说明原因");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task On_a_phone_it_is_three_steps_and_a_check()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "clerk", width: 390);
        var next = page.GetByRole(AriaRole.Button, new() { Name = "下一步" });
        var choose = new LocatorCheckOptions { Force = true };

        await page.CountSteps();
        await page.GotoAsync("/filings/new");
        await page.Locator("[name='F.Place']").First.CheckAsync(choose);
        await next.ClickAsync();
        await page.Locator("[name='F.Trucks'][value^='湘AFU9118|']").CheckAsync(choose);
        await page.ClickAsync("#m3");
        await page.Keyboard.TypeAsync("2");
        await page.Locator("[name='F.Plant'][value=P1]").CheckAsync(choose);
        await next.ClickAsync();
        await page.Locator("[name='F.Day']").Nth(5).CheckAsync(choose);
        await page.Locator("[name='F.Slot'][value=morning]").CheckAsync(choose);
        await next.ClickAsync();
        await page.ClickAsync("[data-submit]");
        var number = await page.NumberOnPage();

        Assert.InRange((await page.Steps()).Clicks, 1, 12);
        Assert.Equal(FilingStatus.Submitted, await town.StatusOf(number));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Without_script_it_is_a_form_a_check_and_a_press()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "clerk", script: false);

        await page.GotoAsync("/filings/new");
        await page.FillFiling(inDays: 4);
        await page.ClickAsync(".filing-do .no-js");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交报备" }).ClickAsync();
        var number = await page.NumberOnPage();

        Assert.Equal(FilingStatus.Submitted, await town.StatusOf(number));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Where_its_script_does_not_come_a_phone_shows_every_step_after_a_while()
    {
        var page = await stage.Open(await stage.Living, "clerk", width: 390);
        await page.RouteAsync("**/js/filing.js*", route => route.AbortAsync());
        await page.GotoAsync("/filings/new");
        Task<bool[]> Seen() =>
            page.EvaluateAsync<bool[]>(
                """
                [...document.querySelectorAll('[data-step] .chip, [data-submit]')].map(part =>
                  part.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
                  && part.getBoundingClientRect().height >= 44)
                """
            );

        Assert.Contains(false, await Seen());
        await page.EvaluateAsync("document.getAnimations().forEach(wait => wait.finish())");

        Assert.DoesNotContain(false, await Seen());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_returned_filing_says_why_on_top_and_is_sent_again()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "clerk");

        await page.GotoAsync("/filings?tab=todo");
        await page.Locator("tr:has(.tag.red) .number a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".notice.bad")).ToContainTextAsync("作业地点不清");
        await page.Locator(".notice.bad a").ClickAsync();
        await page.ClickAsync("[data-submit]");
        var number = await page.NumberOnPage();

        Assert.Equal(FilingStatus.Submitted, await town.StatusOf(number));
        await page.Context.DisposeAsync();
    }
}
