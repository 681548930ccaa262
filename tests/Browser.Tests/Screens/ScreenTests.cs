using Browser.Tests.Running;

namespace Browser.Tests.Screens;

/// <summary>Every screen in every state: axe finds nothing, nothing sticks out, and a picture is kept to be looked at.</summary>
public sealed class ScreenTests(Stage stage)
{
    /// <summary>Phone and desk; with <c>SCREENS=all</c> (<c>./start bench pages</c>) every width in both languages.</summary>
    private static readonly (int Width, string Language)[] Views =
        Environment.GetEnvironmentVariable("SCREENS") == "all"
            ? [.. new[] { 390, 768, 1366, 1920 }.SelectMany(width => new[] { (width, "zh"), (width, "en") })]
            : [(390, "zh"), (1366, "zh"), (390, "en")];

    public static TheoryData<string> Names => [.. Screen.All.Select(screen => screen.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_open_to_everybody_at_every_width_and_in_both_languages(string name)
    {
        var screen = Screen.All.Single(known => known.Name == name);
        var town = screen.IsEmpty ? await stage.Empty : await stage.Living;

        var faults = await Task.WhenAll(Views.Select(view => Look(town, screen, view.Width, view.Language)));

        Assert.Empty(faults.SelectMany(of => of));
    }

    private async Task<IReadOnlyList<string>> Look(Town town, Screen screen, int width, string language)
    {
        var page = await stage.Open(town, screen.Account, width, language);
        await screen.Show(page);
        var faults = new List<string>(await page.AxeFaults());
        if (await page.ScrollsSideways())
        {
            faults.Add("sticks out sideways");
        }

        if (await page.HidesAnAct())
        {
            faults.Add("what one can do on a line is out of sight");
        }

        if (await page.WaitsForNothing())
        {
            faults.Add("is painted late: it waits for a place that is not in it");
        }

        faults.AddRange((await page.StylesItLacks()).Select(rule => $"lacks the style {rule}"));
        await page.Picture($"{screen.Name}-{width}-{language}");
        if (width == 390)
        {
            await page.SetViewportSizeAsync(360, 800);
            await page.EvaluateAsync("document.documentElement.classList.add('large')");
            if (await page.ScrollsSideways())
            {
                faults.Add("sticks out sideways in large text on a small phone");
            }
        }

        await page.Context.DisposeAsync();
        return [.. faults.Select(fault => $"{screen} {width} {language}: {fault}")];
    }
}
