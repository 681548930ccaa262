using Browser.Tests.Running;

namespace Browser.Tests.Screens;

/// <summary>Every screen in every state: axe finds nothing, nothing sticks out, and a picture is kept to be looked at.</summary>
public sealed class ScreenTests(Stage stage)
{
    public static TheoryData<string> Names => [.. Screen.All.Select(screen => screen.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_open_to_everybody_at_every_width_and_in_both_languages(string name)
    {
        var screen = Screen.All.Single(known => known.Name == name);
        var faults = new List<string>();
        foreach (var (width, language) in new[] { (390, "zh"), (1366, "zh"), (390, "en") })
        {
            var page = await stage.Open(screen.IsEmpty ? await stage.Empty : await stage.Living, screen.Account, width, language);
            await screen.Show(page);
            faults.AddRange((await page.AxeFaults()).Select(fault => $"{width} {language}: {fault}"));
            if (await page.ScrollsSideways()) { faults.Add($"{width} {language}: sticks out sideways"); }

            await page.Picture($"{name}-{width}-{language}");
            await page.Context.DisposeAsync();
        }

        Assert.Empty(faults);
    }
}
