using Microsoft.Playwright;

namespace Browser.Tests.Running;

/// <summary>Actions that people take on any page.</summary>
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

    /// <summary>The filing number on a filing's page.</summary>
    public static async Task<string> NumberOnPage(this IPage page)
    {
        await page.WaitForURLAsync(url => url.Contains("/filings/XW-", StringComparison.Ordinal));
        return new Uri(page.Url).Segments[^1];
    }

    /// <summary>Fills in an ordinary filing: a known place, a truck, 6 m³, a plant, a day and a slot.</summary>
    public static async Task FillFiling(
        this IPage page,
        string plate = "湘AFU9118",
        string slot = "morning",
        string m3 = "3",
        int inDays = 3
    )
    {
        var choose = new LocatorCheckOptions { Force = true };
        await page.Locator("[name='F.Place']").First.CheckAsync(choose);
        await page.Locator("[name='F.Kind'][value=septic]").CheckAsync(choose);
        await page.Locator($"[name='F.Trucks'][value^='{plate}|']").CheckAsync(choose);
        await page.ClickAsync("#m3");
        await page.Keyboard.TypeAsync(m3);
        await page.Locator("[name='F.Plant'][value=P1]").CheckAsync(choose);
        await page.Locator("[name='F.Day']").Nth(inDays).CheckAsync(choose);
        await page.Locator($"[name='F.Slot'][value={slot}]").CheckAsync(choose);
    }

    public static ILocator Done(this IPage page) => page.Locator(".notice.done");

    public static Task<string> Words(this IPage page) => page.InnerTextAsync("main");
}
