using Microsoft.Playwright;

namespace Browser.Tests.Running;

/// <summary>What is filed for a journey.</summary>
internal static class FilingFirst
{
    /// <summary>The number of a clerk's new filing.</summary>
    public static async Task<string> File(this Stage stage, Town town, string slot, int inDays)
    {
        var clerk = await stage.Open(town, "clerk2");
        await clerk.GotoAsync("/filings/new");
        await clerk.FillFiling("湘AEB7529", slot, "2", inDays);
        await clerk.ClickAsync("[data-submit]");
        var number = await clerk.NumberOnPage();
        await clerk.Context.DisposeAsync();
        return number;
    }

    /// <summary>A filing of a clerk's, open before the reviewer.</summary>
    public static async Task<(string Number, IPage Page)> BeforeReviewer(
        this Stage stage,
        Town town,
        string slot,
        int inDays,
        int width = 1366
    )
    {
        var number = await stage.File(town, slot, inDays);
        var page = await stage.Open(town, "station", width);
        await page.CountSteps();
        await page.GotoAsync($"/station?n={number}");
        return (number, page);
    }
}
