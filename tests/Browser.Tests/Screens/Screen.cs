using Microsoft.Playwright;

namespace Browser.Tests.Screens;

/// <summary>A screen in a state: which town shows it, to whom, and what is done to bring the state about.</summary>
public sealed record Screen(string Name, string? Account, string Address)
{
    /// <summary>In a town where nothing has happened yet.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>What is done once the page is there.</summary>
    public Func<IPage, Task>? Then { get; init; }

    public override string ToString() => Name;

    public async Task Show(IPage page)
    {
        await page.GotoAsync(Address);
        if (Then is not null) { await Then(page); }
    }

    /// <summary>Every screen × empty, full, error. A new page is added here, and is then looked at in every width and language.</summary>
    public static IReadOnlyList<Screen> All { get; } =
    [
        new("home-empty", null, "/") { IsEmpty = true },
        new("home-full", null, "/?plate=%E6%B9%98A26018"),
        new("home-not", null, "/?plate=%E6%B9%98B7K210"),
        new("home-error", null, "/?plate=XYZ"),
        new("guide", null, "/guide"),
        new("help", null, "/help"),
        new("signin", null, "/signin"),
        new("signin-error", null, "/signin") { Then = async page =>
        {
            await page.FillAsync("#account", "nobody");
            await page.FillAsync("#password", "wrong");
            await page.ClickAsync("form[action='/signin'] button");
            await page.WaitForSelectorAsync("[role=alert]");
        } },
        new("missing", null, "/no-such-page"),
    ];
}
