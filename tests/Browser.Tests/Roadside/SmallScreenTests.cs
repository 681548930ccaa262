using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Roadside;

/// <summary>On every screen an officer sees the verdict and the whole keypad at once.</summary>
public sealed class SmallScreenTests(Stage stage)
{
    [Theory]
    [InlineData(844, 390)]
    [InlineData(667, 375)]
    [InlineData(320, 568)]
    [InlineData(360, 640)]
    [InlineData(390, 844)]
    public async Task Verdict_and_keys_are_whole(int width, int height)
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Page.SetViewportSizeAsync(width, height);

        await officer.Type(Officer.NotFiled);
        await officer.Says("实时结果");

        var hidden = await officer.Page.EvaluateAsync<string[]>(
            """
            () => {
              const within = (box, outer) =>
                box.left >= outer.left - 1 && box.right <= outer.right + 1 && box.top >= outer.top - 1 && box.bottom <= outer.bottom + 1;
              const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
              const stage = document.getElementById("stage").getBoundingClientRect();
              const faults = [];
              for (const line of document.querySelectorAll("#answer .word, #answer .sentence")) {
                const box = line.getBoundingClientRect();
                if (!within(box, screen) || !within(box, stage)) faults.push(line.textContent);
              }
              for (const key of document.querySelectorAll("#keys [data-key], #prefix, #new-energy, .cell")) {
                const box = key.getBoundingClientRect();
                if (!within(box, screen) || box.height < 44 || key.scrollWidth > key.clientWidth + 1) faults.push(key.textContent);
              }
              if (document.documentElement.scrollWidth > innerWidth) faults.push("sideways");
              return faults;
            }
            """
        );
        Assert.Empty(hidden);
        await officer.Page.Picture($"roadside-small-{width}x{height}");
    }

    /// <summary>844 × 390 at 400 %: the page scrolls down, never sideways, and the answer stays in sight.</summary>
    [Fact]
    public async Task On_the_smallest_screen_the_answer_stays_in_sight_while_the_keys_scroll()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Page.SetViewportSizeAsync(280, 300);

        await officer.Type(Officer.NotFiled);
        await officer.Says("实时结果");

        await Assertions.Expect(officer.Page.Locator("#answer .word")).ToBeInViewportAsync();
        Assert.False(await officer.Page.ScrollsSideways());
    }
}
