using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Browser.Tests.Running;

/// <summary>Examines a page with axe, and takes pictures of it.</summary>
internal static class Looking
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Pictures are build output: <c>.out/screens</c> of the clone.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Clone(), ".out", "screens")).FullName;

    /// <summary>
    /// Every violation of any impact, with its place. Runs in the page itself: no page has frames, and a second page for every check costs
    /// a quarter of the time.
    /// </summary>
    public static async Task<IReadOnlyList<string>> AxeFaults(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
              const { violations } = await axe.run({ resultTypes: ["violations"] });
              return violations.flatMap(fault => fault.nodes.map(node => `${fault.id} (${fault.impact}): ${node.html}`));
            }
            """
        );
    }

    /// <summary>Nothing may overflow sideways.</summary>
    public static Task<bool> ScrollsSideways(this IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>The buttons of a list's row must be visible.</summary>
    public static Task<bool> HidesAnAct(this IPage page) =>
        page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('.list td.do :is(a, button)')].some(act => "
                + "act.getBoundingClientRect().right > act.closest('.list-box').getBoundingClientRect().right)"
        );

    /// <summary>Without its <c>Fold</c> a page is painted only after its scripts have loaded.</summary>
    public static Task<bool> WaitsForNothing(this IPage page) =>
        page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('link[rel=expect]')].some(link => !document.querySelector(link.getAttribute('href')))"
        );

    /// <summary>
    /// A page names its style sheets (<c>Styles</c>): returns the selectors that match something on the page but are in none of them.
    /// </summary>
    public static async Task<IReadOnlyList<string>> StylesItLacks(this IPage page) =>
        await page.EvaluateAsync<string[]>(
            """
            parts => {
              const selectors = list => [...list].flatMap(rule =>
                rule.selectorText ? rule.selectorText.split(/,\s*(?![^(]*\))/) : rule.cssRules ? selectors(rule.cssRules) : []);
              const has = new Set([...document.styleSheets].flatMap(sheet => selectors(sheet.cssRules)));
              const read = part => { const sheet = new CSSStyleSheet(); sheet.replaceSync(part); return selectors(sheet.cssRules); };
              const states = /::[a-z-]+|:(hover|focus|focus-visible|disabled|checked)/g;
              const asks = selector => document.querySelector(selector.replace(states, "").replace(/(^|[\s>+~])$/, "$1*"));
              if (!document.querySelector("header.bar")) return [];
              return parts.flatMap(read).filter(selector => !has.has(selector) && asks(selector));
            }
            """,
            Parts
        );

    public static Task Picture(this IPage page, string name) =>
        page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Path.Combine(Pictures, $"{name}.png"),
                FullPage = true,
                Animations = ScreenshotAnimations.Disabled,
            }
        );

    /// <summary>Reads the sources, not the build's output: a page may lack what the build left out.</summary>
    private static readonly string[] Parts =
    [
        .. Directory.GetFiles(Path.Combine(Clone(), "src", "Filing.Api", "ClientApp", "pages"), "*.css").Select(File.ReadAllText),
    ];

    private static string Clone()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Vacuum.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No clone around {AppContext.BaseDirectory}.");
        }

        return folder;
    }
}
