using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>A new place: of the town's list, pasted, the device's own, or pressed on a map.</summary>
public sealed class PlaceTests(Stage stage)
{
    private static readonly LocatorCheckOptions Choose = new() { Force = true };

    [Fact]
    public async Task A_new_place_of_the_towns_list_takes_no_coordinates_and_little_typing()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "clerk");

        await page.CountSteps();
        await page.GotoAsync("/filings/new");
        await page.FillFiling(inDays: 5, m3: "2");
        await Begin(page, "新村七号池");
        await page.SelectOptionAsync("#spot", "永和村（示例）");
        await page.ClickAsync("[data-submit]");
        var number = await page.NumberOnPage();

        Assert.InRange((await page.Steps()).Keys, 1, 20);
        var site = await town.Ask(db => Task.FromResult(db.Filings.Single(filing => filing.Number == number).Body.Site));
        Assert.Equal(("永和村（示例）", 28.2235, 113.2953), (site.Village, site.Point.Lat, site.Point.Lon));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_place_far_from_the_town_must_be_confirmed()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "clerk");

        await page.GotoAsync("/filings/new");
        await page.FillFiling(inDays: 6, slot: "afternoon");
        await Begin(page, "远处");
        await page.FillAsync("#point", "https://uri.amap.com/marker?position=116.4102445,39.9164043");
        await Assertions.Expect(page.Locator("#far-said")).ToContainTextAsync("1,3");
        await page.ClickAsync("[data-submit]");
        await Assertions.Expect(page.Locator("#far-error")).ToContainTextAsync("距本镇约 1,3");
        await page.CheckAsync("#far");
        await page.ClickAsync("[data-submit]");
        var number = await page.NumberOnPage();

        var site = await town.Ask(db => Task.FromResult(db.Filings.Single(filing => filing.Number == number).Body.Site));
        Assert.Equal((39.915, 116.404), (Math.Round(site.Point.Lat, 4), Math.Round(site.Point.Lon, 4)));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_coarse_position_is_asked_back_and_after_it_no_other_datum_is_offered()
    {
        var page = await stage.Open(await stage.Busy, "clerk");
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(
            new Geolocation
            {
                Latitude = 28.22f,
                Longitude = 113.29f,
                Accuracy = 800,
            }
        );

        await page.GotoAsync("/filings/new");
        await Begin(page, "定位");
        await page.ClickAsync("[data-locate]");
        await Assertions.Expect(page.Locator("#point-read")).ToContainTextAsync("误差约 800 米");
        Assert.Equal("", await page.InputValueAsync("#point"));
        await page.GetByRole(AriaRole.Button, new() { Name = "仍然使用" }).ClickAsync();

        Assert.StartsWith("28.2", await page.InputValueAsync("#point"), StringComparison.Ordinal);
        Assert.False(await page.IsVisibleAsync("#datum"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_map_is_loaded_when_it_is_opened_and_takes_a_place_by_press_and_by_key()
    {
        var page = await stage.Open(await stage.Busy, "clerk");
        var loaded = new List<string>();
        page.Request += (_, request) => loaded.Add(new Uri(request.Url).AbsolutePath);

        await page.GotoAsync("/filings/new");
        await Begin(page, "选点");
        Assert.DoesNotContain("/lib/leaflet/leaflet.js", loaded);
        await page.ClickAsync("[data-map]");
        await page.WaitForSelectorAsync(".leaflet-container");
        await Assertions.Expect(page.Locator("#map")).ToContainTextAsync("示意图，非测绘成果");
        await page.ClickAsync(
            ".map-frame",
            new()
            {
                Position = new Position { X = 100, Y = 100 },
            }
        );
        var pressed = await page.InputValueAsync("#point");
        await page.FocusAsync(".map-frame");
        await page.Keyboard.PressAsync("Enter");
        var centre = await page.InputValueAsync("#point");

        Assert.Contains("/lib/leaflet/leaflet.js", loaded);
        Assert.Matches(@"^28\.\d+, 113\.\d+$", pressed);
        Assert.Matches(@"^28\.\d+, 113\.\d+$", centre);
        Assert.NotEqual(pressed, centre);
        await page.Context.DisposeAsync();
    }

    private static async Task Begin(IPage page, string name)
    {
        await page.Locator("[data-new-place]").CheckAsync(Choose);
        await page.ClickAsync("#name");
        await page.Keyboard.TypeAsync(name);
    }
}
