using Microsoft.Playwright;

namespace Browser.Tests.Running;

/// <summary>What people do on any page.</summary>
internal static class Acting
{
    public static async Task SignIn(this IPage page, string account, string password = Town.Password)
    {
        await page.GotoAsync("/signin");
        await page.FillAsync("#account", account);
        await page.FillAsync("#password", password);
        await page.ClickAsync("form[action='/signin'] button");
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
    }

    public static Task<string> Words(this IPage page) => page.InnerTextAsync("main");
}
