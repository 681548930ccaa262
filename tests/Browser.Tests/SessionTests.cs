using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Signing in and out, and what a session may not do.</summary>
public sealed class SessionTests(Stage stage)
{
    [Fact]
    public async Task Signing_in_shows_the_name_and_signing_out_removes_it()
    {
        var page = await stage.Open(await stage.Living);

        await page.SignIn("clerk");
        var name = await page.InnerTextAsync(".who-name");
        await page.ClickAsync(".who > button");
        await page.ClickAsync("[data-sign-out]");

        Assert.Equal("clerk", name);
        await Assertions.Expect(page.Locator("#account")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".who-name")).ToHaveCountAsync(0);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_account_menu_opens_and_closes_by_keyboard()
    {
        var page = await stage.Open(await stage.Living, "clerk");
        await page.GotoAsync("/filings");
        var box = page.Locator(".who-box");

        await page.FocusAsync(".who > button");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(box).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(box.Locator("[href='/account']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("[data-sign-out]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(box).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".who > button")).ToBeFocusedAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_language_is_remembered()
    {
        var page = await stage.Open(await stage.Living);

        await page.GotoAsync("/?lang=en");
        await page.GotoAsync("/guide");

        Assert.Equal("Guide", await page.InnerTextAsync("h1"));
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_cookie_of_a_session_is_out_of_scripts_reach_and_stays_on_the_site()
    {
        var page = await stage.Open(await stage.Living, "clerk");

        var session = (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "session");

        Assert.True(session.HttpOnly);
        Assert.Equal(SameSiteAttribute.Lax, session.SameSite);
        await page.Context.DisposeAsync();
    }
}
