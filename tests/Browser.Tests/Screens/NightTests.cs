using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Screens;

/// <summary>Key screens by night and in a palette of the user's own: axe finds nothing, a verdict has 7:1, paper is white.</summary>
public sealed class NightTests(Stage stage)
{
    private static readonly string[] Keys =
    [
        "home-full",
        "home-not",
        "signin-error",
        "filings-full",
        "new-full",
        "detail-full",
        "station-full",
        "gate-plate",
        "account",
        "roadside-start",
        "roadside-green",
        "roadside-red",
        "roadside-amber",
        "roadside-province",
        "roadside-record",
    ];

    public static TheoryData<string> Names => [.. Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_legible_in_the_dark_and_in_forced_colours(string name)
    {
        var screen = Screen.All.Single(known => known.Name == name);
        var page = await stage.Open(await stage.Living, screen.Account, 390);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await screen.Show(page);

        var faults = (await page.AxeFaults()).Select(fault => $"dark: {fault}").ToList();
        await page.Picture($"{name}-390-dark");
        var (ground, keys) = (
            await Light(page, "body"),
            await page.Locator(".key:visible").CountAsync() > 0 ? await Light(page, ".key") : 0
        );
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });

        // The colours are the user's then, and the browser still tells axe those of the style.
        faults.AddRange(
            (await page.AxeFaults())
                .Where(fault => !fault.StartsWith("color-contrast", StringComparison.Ordinal))
                .Select(fault => $"forced: {fault}")
        );
        await page.Picture($"{name}-390-forced");

        Assert.Empty(faults);
        Assert.True(ground < 0.05 && keys < 0.1, $"Not dark: the ground has {ground}, a key {keys}.");
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("roadside-green", ColorScheme.Dark)]
    [InlineData("roadside-green", ColorScheme.Light)]
    [InlineData("roadside-red", ColorScheme.Dark)]
    [InlineData("roadside-red", ColorScheme.Light)]
    [InlineData("roadside-amber", ColorScheme.Dark)]
    [InlineData("roadside-amber", ColorScheme.Light)]
    public async Task A_verdict_stands_out_from_its_ground_by_seven_to_one(string name, ColorScheme scheme)
    {
        var screen = Screen.All.Single(known => known.Name == name);
        var page = await stage.Open(await stage.Living, screen.Account, 390);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await screen.Show(page);

        var (ground, words) = (await Light(page, "#answer"), await Light(page, "#answer .word", "color"));

        var ratio = (Math.Max(ground, words) + 0.05) / (Math.Min(ground, words) + 0.05);
        Assert.True(ratio >= 7, $"{ratio:0.0} to 1");
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("home-full")]
    [InlineData("receipt")]
    public async Task On_paper_it_is_black_on_white_by_night_too(string name)
    {
        var screen = Screen.All.Single(known => known.Name == name);
        var page = await stage.Open(await stage.Living, screen.Account);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await screen.Show(page);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, Media = Media.Print });

        var (ground, words) = (await Light(page, "body"), await Light(page, "h1", "color"));

        Assert.True(ground > 0.9 && words < 0.1, $"The ground has {ground}, the words {words}.");
        await page.Context.DisposeAsync();
    }

    /// <summary>The relative luminance of a colour (WCAG 2); a transparent ground is white paper.</summary>
    private static Task<double> Light(IPage page, string selector, string property = "background-color") =>
        page.EvaluateAsync<double>(
            """
            ([selector, property]) => {
              const text = getComputedStyle(document.querySelector(selector)).getPropertyValue(property);
              const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
              if (a === 0) return 1;
              const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
              return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
            }
            """,
            new[] { selector, property }
        );
}
