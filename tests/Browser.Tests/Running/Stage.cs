using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser.Tests.Running.Stage))]

namespace Browser.Tests.Running;

/// <summary>One real Chromium (Debian's) and the towns it shows, started once for all tests.</summary>
public sealed class Stage : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>In ms; generous for busy machines, because waiting ends as soon as the condition holds.</summary>
    private const int Patience = 60_000;
    private readonly Lazy<Task<Town>> _living = new(Town.Living);
    private readonly Lazy<Task<Town>> _empty = new(Town.Empty);
    private readonly Lazy<Task<Town>> _busy = new(Town.Living);
    private readonly Dictionary<(Town, string), Task<string>> _sessions = [];
    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public Task<Town> Living => _living.Value;

    public Task<Town> Empty => _empty.Value;

    /// <summary>The town that the journeys change; the one for screens is not changed.</summary>
    public Task<Town> Busy => _busy.Value;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        Browser = await Launch();
    }

    /// <summary>A separate browser, for what only a flag can set.</summary>
    public Task<IBrowser> Launch(params string[] flags)
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";
        return _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = [.. Flags, .. flags] });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        foreach (var town in new[] { _living, _empty, _busy }.Where(town => town.IsValueCreated))
        {
            await (await town.Value).DisposeAsync();
        }
    }

    /// <summary>A new window, signed out or signed in.</summary>
    public async Task<IPage> Open(
        Town town,
        string? account = null,
        int width = 1366,
        string language = "zh",
        bool script = true,
        IBrowser? browser = null
    )
    {
        var context = await (browser ?? Browser).NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = town.Address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 768 },
                HasTouch = width < 600,
                JavaScriptEnabled = script,
                Locale = language == "en" ? "en-GB" : "zh-CN",
                TimezoneId = "Asia/Shanghai",
                StorageState = account is null ? null : await Session(town, account),
            }
        );
        context.SetDefaultTimeout(Patience);
        await context.AddCookiesAsync([
            new Cookie
            {
                Name = "lang",
                Value = language,
                Url = town.Address.ToString(),
            },
        ]);
        return await context.NewPageAsync();
    }

    /// <summary>Each account signs in once; every window starts with that session.</summary>
    private Task<string> Session(Town town, string account)
    {
        lock (_sessions)
        {
            return _sessions.TryGetValue((town, account), out var known) ? known : _sessions[(town, account)] = SignIn(town, account);
        }
    }

    private async Task<string> SignIn(Town town, string account)
    {
        var page = await Open(town);
        await page.SignIn(account);
        var state = await page.Context.StorageStateAsync();
        await page.Context.DisposeAsync();
        return state;
    }
}
