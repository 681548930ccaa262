using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>Everybody changes the own password, with the keyboard alone and without script.</summary>
public sealed class AccountTests(Stage stage)
{
    private const string Fresh = "Changed-horse-7";

    [Fact]
    public async Task A_password_is_changed_by_keyboard_and_the_person_stays_signed_in_here_and_nowhere_else()
    {
        var town = await stage.Busy;
        var other = await stage.Open(town);
        await other.SignIn("clerk2");
        var page = await stage.Open(town);
        await page.SignIn("clerk2");
        await page.Locator(".who > button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/account");

        await page.FocusAsync("#current");
        foreach (var text in new[] { Town.Password, Fresh, Fresh })
        {
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Done()).ToContainTextAsync("密码已修改");
        await page.GotoAsync("/filings");
        await other.GotoAsync("/filings");

        Assert.EndsWith("/filings", page.Url, StringComparison.Ordinal);
        Assert.Contains("/signin", other.Url, StringComparison.Ordinal);
        await page.Context.DisposeAsync();
        await other.Context.DisposeAsync();
    }

    [Fact]
    public async Task Without_script_what_is_wrong_stands_at_its_field()
    {
        var page = await stage.Open(await stage.Living, "plant", script: false);
        await page.GotoAsync("/account");

        await Send(page, "wrong", Fresh, Fresh);
        await IsWrong(page, "current");
        await Send(page, Town.Password, "weak", "weak");
        await IsWrong(page, "password");
        await Send(page, Town.Password, Fresh, Fresh + "x");
        await IsWrong(page, "again");
        await Send(page, Town.Password, Town.Password, Town.Password);
        await IsWrong(page, "password");

        await page.Context.DisposeAsync();
    }

    private static async Task Send(IPage page, string current, string fresh, string again)
    {
        await page.FillAsync("#current", current);
        await page.FillAsync("#password", fresh);
        await page.FillAsync("#again", again);
        await page.ClickAsync("form[action='/account'] button");
    }

    private static async Task IsWrong(IPage page, string field)
    {
        await Assertions.Expect(page.Locator("[aria-invalid=true]")).ToHaveIdAsync(field);
        await Assertions.Expect(page.Locator($"#{field}-fault")).Not.ToBeEmptyAsync();
    }
}
