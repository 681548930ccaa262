using Microsoft.Playwright;

namespace Browser.Tests.Running;

/// <summary>
/// Counts a task's real presses: pointers and keys that went down, over all pages of the tab. The driver stops a press at the window
/// and tries again if the page moved under it; so presses are counted at the document, one step further in.
/// </summary>
internal static class Counting
{
    private const string Script = """
        const count = event => {
          if (event.isTrusted) sessionStorage.setItem(event.type, Number(sessionStorage.getItem(event.type)) + 1);
        };
        for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, count, true);
        """;

    /// <summary>Counts from the next page on.</summary>
    public static Task CountSteps(this IPage page) => page.AddInitScriptAsync(Script);

    public static async Task<(int Clicks, int Keys)> Steps(this IPage page)
    {
        var counts = await page.EvaluateAsync<int[]>("() => ['pointerdown', 'keydown'].map(kind => Number(sessionStorage.getItem(kind)))");
        TestContext.Current.TestOutputHelper?.WriteLine($"{counts[0]} clicks or taps, {counts[1]} keys");
        return (counts[0], counts[1]);
    }
}
