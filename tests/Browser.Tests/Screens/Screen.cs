using Microsoft.Playwright;

namespace Browser.Tests.Screens;

/// <summary>A screen in a state: in which town, for which account, and which steps lead to the state.</summary>
public sealed record Screen(string Name, string? Account, string Address)
{
    /// <summary>True for a town where nothing has happened yet.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The steps after the page has loaded.</summary>
    public Func<IPage, Task>? Then { get; init; }

    public override string ToString() => Name;

    public async Task Show(IPage page)
    {
        await page.GotoAsync(Address);
        if (Then is not null)
        {
            await Then(page);
        }
    }

    private static async Task Follow(IPage page, string link)
    {
        var address = page.Url;
        await page.Locator(link).First.ClickAsync();
        await page.WaitForURLAsync(url => url != address);
    }

    /// <summary>Every screen × empty, full, error. Add a new page here: it is then checked in every width and language.</summary>
    public static IReadOnlyList<Screen> All { get; } =
    [
        new("home-empty", null, "/") { IsEmpty = true },
        new("home-full", null, "/?plate=%E6%B9%98A26018"),
        new("home-not", null, "/?plate=%E6%B9%98B7K210"),
        new("home-error", null, "/?plate=XYZ"),
        new("guide", null, "/guide"),
        new("help", null, "/help"),
        new("signin", null, "/signin"),
        new("signin-error", null, "/signin")
        {
            Then = async page =>
            {
                await page.FillAsync("#account", "nobody");
                await page.FillAsync("#password", "wrong");
                await page.ClickAsync("form[action='/signin'] button");
                await page.WaitForSelectorAsync("[role=alert]");
            },
        },
        new("account", "clerk", "/account"),
        new("account-error", "clerk", "/account")
        {
            Then = async page =>
            {
                foreach (var field in new[] { "#current", "#password", "#again" })
                {
                    await page.FillAsync(field, "weak");
                }

                await page.ClickAsync("form[action='/account'] button");
                await page.WaitForSelectorAsync("[role=alert]");
            },
        },
        new("missing", null, "/no-such-page"),
        new("forbidden", "plant", "/station"),
        new("filings-empty", "clerk", "/filings") { IsEmpty = true },
        new("filings-full", "clerk", "/filings?tab=running"),
        new("filings-todo", "clerk", "/filings?tab=todo"),
        new("filings-found", "clerk", "/filings?q=26018"),
        new("filings-none", "clerk", "/filings?q=ZZZZ"),
        new("new-empty", "clerk", "/filings/new") { IsEmpty = true },
        new("new-full", "clerk", "/filings/new"),
        new("new-error", "clerk", "/filings/new")
        {
            Then = page =>
                page.EvaluateAsync("document.querySelector('[data-submit]').click()")
                    .ContinueWith(_ => page.WaitForSelectorAsync("#faults"))
                    .Unwrap(),
        },
        new("new-place", "clerk", "/filings/new")
        {
            Then = async page =>
            {
                await page.CheckAsync("[data-new-place]", new() { Force = true });
                await page.FillAsync("#point", "39.915, 116.404");
                await page.ClickAsync("[data-map]");
                await page.WaitForSelectorAsync(".leaflet-container .leaflet-tooltip");
            },
        },
        new("check-full", "clerk", "/filings?tab=running") { Then = page => Follow(page, ".do a") },
        new("detail-full", "clerk", "/filings?tab=running") { Then = page => Follow(page, "tr:has(.tag.green) .number a") },
        new("detail-returned", "clerk", "/filings?tab=todo") { Then = page => Follow(page, "tr:has(.tag.red) .number a") },
        new("correct", "clerk", "/filings?tab=todo") { Then = page => Follow(page, "tr:has(.tag.red) .do a") },
        new("receipt", "clerk", "/filings?tab=running")
        {
            Then = async page =>
            {
                await Follow(page, "tr:has(.tag.green) .number a");
                await page.GotoAsync(await page.GetAttributeAsync(".receipt-card a", "href") ?? "");
            },
        },
        new("receipt-ask", null, "/r/XW-430181117-20200101-0001"),
        new("receipt-wrong", null, "/r/XW-430181117-20200101-0002?w=AAAAAA"),
        new("trucks-full", "clerk", "/trucks"),
        new("trucks-empty", "clerk", "/trucks?q=ZZZZ"),
        new("truck-clerk", "clerk", "/trucks/%E6%B9%98A26018/yellow"),
        new("truck-station", "station", "/trucks/%E6%B9%98A26018/yellow"),
        new("truck-unknown", "squad", "/trucks/%E6%B9%98B7K210/yellow"),
        new("runs-empty", "squad", "/runs") { IsEmpty = true },
        new("runs-full", "squad", "/runs"),
        new("runs-one", "squad", "/runs") { Then = page => Follow(page, ".do a") },
        new("leads-empty", "supervisor", "/leads") { IsEmpty = true },
        new("leads-full", "supervisor", "/leads"),
        new("leads-one", "supervisor", "/leads") { Then = page => Follow(page, ".list tbody td a:not(.plate)") },
        new("station-empty", "station", "/station") { IsEmpty = true },
        new("station-full", "station", "/station"),
        new("station-conflict", "station", "/station?show=conflict"),
        new("station-error", "station", "/station?show=conflict")
        {
            Then = async page =>
            {
                await page.EvaluateAsync(
                    "document.querySelector('[name=overrideReason]').required = false; document.querySelector('[data-record]').submit()"
                );
                await page.WaitForSelectorAsync("#faults");
            },
        },
        new("station-supervisor", "supervisor", "/station"),
        new("station-opened", "station", "/station")
        {
            Then = async page =>
            {
                await page.ClickAsync(".line-link >> nth=0");
                await page.WaitForSelectorAsync("[data-acts]");
                await page.WaitForSelectorAsync(".desk:not(.loading)");
            },
        },
        new("station-gone", "station", "/station?n=XW-430181117-20200101-0001"),
        new("station-decided", "station", "/station/decisions") { Then = Decided("/station?n=") },
        new("detail-station", "station", "/station/decisions") { Then = Decided("/filings/") },
        new("detail-supervisor", "supervisor", "/station/decisions") { Then = Decided("/filings/") },
        new("decisions-empty", "station", "/station/decisions") { IsEmpty = true },
        new("decisions-full", "station", "/station/decisions"),
        new("decisions-none", "station", "/station/decisions?q=ZZZZ&from=2020-01-01&to=2020-01-02"),
        new("gate-empty", "plant", "/gate") { IsEmpty = true },
        new("gate-full", "plant", "/gate"),
        new("gate-plate", "plant", "/gate?plate=%E6%B9%98A26018"),
        new("gate-none", "plant", "/gate?plate=%E6%B9%98B7K210"),
        new("gatelog-empty", "plant", "/gate/log") { IsEmpty = true },
        new("gatelog-full", "plant", "/gate/log"),
        new("gate-alike", "plant", "/gate?plate=018"),
        new("gate-correct", "plant", "/gate") { Then = page => page.ClickAsync(".correct summary >> nth=0") },
        new("gate-error", "plant", "/gate?plate=%E6%B9%98A26018")
        {
            Then = async page =>
            {
                await page.FillAsync("[name=m3] >> nth=0", "999");
                await page.ClickAsync(".gate-trip .primary");
                await page.WaitForSelectorAsync("#faults");
            },
        },
        Roadside("start"),
        Roadside("start-empty") with
        {
            IsEmpty = true,
        },
        Roadside("green", "26018"),
        Roadside("red", "86091"),
        Roadside("amber", "81948"),
        Roadside("wrong", "ABC12"),
        Roadside("province", click: "#prefix"),
        Roadside("offline", "26018", offline: true),
        Roadside("offline-unknown", "86091", offline: true),
        Roadside("find", click: "[href='#find']"),
        Roadside("scan", click: "#hint .out"),
        Roadside("items", "86091", offline: true, click: "#to-items"),
        Roadside("record", "86091", click: "#answer .strong"),
    ];

    /// <summary>The first of the decisions, on another page.</summary>
    private static Func<IPage, Task> Decided(string address) =>
        async page => await page.GotoAsync(address + await page.Locator(".list .number a").First.InnerTextAsync());

    /// <summary>The squad's page after some keys, with or without a network, and after a click.</summary>
    private static Screen Roadside(string state, string keys = "", bool offline = false, string? click = null) =>
        new($"roadside-{state}", "squad", "/roadside")
        {
            Then = async page =>
            {
                await page.WaitForSelectorAsync("body[data-ready]");
                await page.Context.SetOfflineAsync(offline);
                foreach (var key in keys)
                {
                    await page.ClickAsync($"#keys [data-key='{key}']");
                }

                if (keys.Length > 0 && keys != "ABC12")
                {
                    await page.WaitForFunctionAsync(
                        "() => !/正在取|Asking/.test(document.querySelector('#answer .source')?.textContent ?? '正在取')"
                    );
                }

                if (click is not null)
                {
                    await page.ClickAsync(click);
                }
            },
        };
}
