using System.Text.Json;
using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Roadside;

/// <summary>An officer with a phone: taps and reads; the phone's clock, network and storage can be set.</summary>
internal sealed class Officer(IPage page, Town town) : IAsyncDisposable
{
    /// <summary>
    /// Trucks of the demo town: one recorded now, one without a filing, a new-energy one whose window is over, an emergency.
    /// </summary>
    public const string Filed = "26018";
    public const string NotFiled = "86091";
    public const string NewEnergy = "27601K";
    public const string Emergency = "81948";

    // The page reads the phone's clock only by Date.now; the offset survives a reload, as a phone's does.
    private const string SettableClock =
        "(() => { const real = Date.now; Date.now = () => real() + Number(localStorage.getItem('test-ahead') ?? 0); })()";

    public IPage Page => page;

    public ILocator Answer => page.Locator("#answer");

    public static async Task<Officer> On(
        Stage stage,
        Town town,
        string language = "zh",
        int width = 390,
        string? before = null,
        IBrowser? browser = null,
        Func<IPage, Task>? prepare = null
    )
    {
        var page = await stage.Open(town, "squad", width, language, browser: browser);
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(new Geolocation { Latitude = 28.3f, Longitude = 113.2f });
        await page.Context.AddInitScriptAsync(SettableClock);
        if (before is not null)
        {
            await page.Context.AddInitScriptAsync(before);
        }

        await page.CountSteps();
        if (prepare is not null)
        {
            await prepare(page);
        }

        var officer = new Officer(page, town);
        await officer.Open();
        return officer;
    }

    public async Task Open()
    {
        await page.GotoAsync("/roadside");
        await Ready();
    }

    public Task Ready() => page.WaitForSelectorAsync("body[data-ready]");

    /// <summary>A second tab of the same phone.</summary>
    public async Task<Officer> SecondTab()
    {
        var other = new Officer(await page.Context.NewPageAsync(), town);
        await other.Open();
        return other;
    }

    /// <summary>Reloads without a network: the service worker has cached the page by now.</summary>
    public async Task ComeBackOffline()
    {
        await page.EvaluateAsync("() => navigator.serviceWorker.ready");
        await page.WaitForFunctionAsync("async () => (await caches.match('/roadside')) !== undefined");
        await Offline();
        await page.ReloadAsync();
        await Ready();
    }

    public Task Offline() => page.Context.SetOfflineAsync(true);

    public Task Online() => page.Context.SetOfflineAsync(false);

    public async Task Type(string keys)
    {
        foreach (var key in keys)
        {
            await page.ClickAsync($".keys:not([hidden]) [data-key='{key}']");
        }
    }

    public async Task Check(string serial)
    {
        if (serial.Length == 6 != (await page.GetAttributeAsync("#new-energy", "aria-pressed") == "true"))
        {
            await page.ClickAsync("#new-energy");
        }

        await Type(serial);
    }

    public Task SetClock(TimeSpan ahead) =>
        page.EvaluateAsync("ahead => localStorage.setItem('test-ahead', String(ahead))", ahead.TotalMilliseconds);

    public Task Says(string text) => Assertions.Expect(Answer).ToContainTextAsync(text);

    public Task IsColour(string colour) => Assertions.Expect(Answer).ToHaveClassAsync($"answer {colour}");

    public Task Warns(string text) => Assertions.Expect(page.Locator("#warnings")).ToContainTextAsync(text);

    /// <summary>The accepted sightings of a plate, as the service lists them.</summary>
    public async Task<IReadOnlyList<JsonElement>> Sightings(string plate)
    {
        var reply = await page.Context.APIRequest.GetAsync($"{town.Address}api/v1/sightings");
        using var body = JsonDocument.Parse(await reply.TextAsync());
        return
        [
            .. body
                .RootElement.GetProperty("items")
                .EnumerateArray()
                .Where(item => item.GetProperty("plate").GetString() == plate)
                .Select(item => item.Clone()),
        ];
    }

    /// <summary>Scrolls so that "record" can be tapped on every screen height.</summary>
    public async Task Record(string note)
    {
        if (await page.IsVisibleAsync("#more"))
        {
            await page.ClickAsync("#more");
        }

        await page.ClickAsync("#answer .strong");
        await page.FillAsync("#note", note);
        await page.ClickAsync("#record-send");
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
