using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Browser.Tests.Running;

/// <summary>What a page looks like: to axe, and as a picture.</summary>
internal static class Looking
{
    /// <summary>Pictures are build output: <c>.out/screens</c> of the clone.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Clone(), ".out", "screens")).FullName;

    /// <summary>Every violation of any impact, with where it is.</summary>
    public static async Task<IReadOnlyList<string>> AxeFaults(this IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return [.. result.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{fault.Id} ({fault.Impact}): {node.Html}"))];
    }

    /// <summary>Nothing may stick out sideways.</summary>
    public static Task<bool> ScrollsSideways(this IPage page) => page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public static Task Picture(this IPage page, string name) => page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });

    private static string Clone()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Vacuum.slnx"))) { folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No clone around {AppContext.BaseDirectory}."); }

        return folder;
    }
}
