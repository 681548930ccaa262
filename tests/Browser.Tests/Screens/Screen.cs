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
        Roadside("start"), Roadside("start-empty") with { IsEmpty = true },
        Roadside("green", "26018"), Roadside("red", "86091"), Roadside("amber", "81948"), Roadside("wrong", "ABC12"), Roadside("province", click: "#prefix"),
        Roadside("offline", "26018", offline: true), Roadside("offline-unknown", "86091", offline: true),
        Roadside("scan", click: "#hint .out"), Roadside("items", "86091", offline: true, click: "#to-items"), Roadside("record", "86091", click: "#answer .strong"),
    ];

    /// <summary>The squad's page after some keys, maybe without a network, and after a click.</summary>
    private static Screen Roadside(string state, string keys = "", bool offline = false, string? click = null) => new($"roadside-{state}", "squad", "/roadside")
    {
        Then = async page =>
        {
            await page.WaitForSelectorAsync("body[data-ready]");
            await page.Context.SetOfflineAsync(offline);
            foreach (var key in keys) { await page.ClickAsync($"#keys [data-key='{key}']"); }

            if (keys.Length > 0 && keys != "ABC12") { await page.WaitForFunctionAsync("() => !/正在取|Asking/.test(document.querySelector('#answer .source')?.textContent ?? '正在取')"); }

            if (click is not null) { await page.ClickAsync(click); }
        },
    };
}
