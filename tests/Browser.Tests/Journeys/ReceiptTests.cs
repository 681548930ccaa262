using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>The receipt, as it is seen and as it is printed.</summary>
public sealed class ReceiptTests(Stage stage)
{
    [Fact]
    public async Task It_prints_on_one_sheet_of_A4_without_the_bar()
    {
        var page = await Receipt("clerk");

        var pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        await File.WriteAllBytesAsync(Path.Combine(Looking.Pictures, "receipt.pdf"), pdf);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.SetViewportSizeAsync(658, 1002);
        await page.Picture("receipt-print");

        var said = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.Equal(1, said.Split("/Type /Page\n").Length - 1);
        Assert.Matches(@"/MediaBox \[0 0 59[45][.0-9]* 84[12][.0-9]*\]", said);
        await Assertions.Expect(page.Locator(".bar")).ToBeHiddenAsync();
        Assert.Equal("rgb(0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.state')).color"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_stranger_reads_it_in_his_language_and_finds_how_the_chain_of_evidence_ended()
    {
        var known = await Receipt("clerk");
        var page = await stage.Open(await stage.Living, script: false);

        await page.GotoAsync(known.Url);
        var zh = await page.Words();
        await page.ClickAsync(".tools a");
        var en = await page.Words();

        Assert.Contains("吸污车作业备案回执", zh, StringComparison.Ordinal);
        Assert.Matches("湘A·[A-Z0-9]+ · .牌", zh);
        Assert.Contains("Receipt of a recorded vacuum-truck operation", en, StringComparison.Ordinal);
        Assert.Matches("facts:[0-9-]{10}:[0-9]+:[0-9a-f]{64}", en);
        await page.Context.DisposeAsync();
        await known.Context.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_only_the_number_is_asked_for_the_word_and_a_wrong_one_is_said()
    {
        var known = await Receipt("clerk");
        var address = new Uri(known.Url);
        var word = await known.InnerTextAsync(".word");
        var page = await stage.Open(await stage.Living, script: false);

        await page.GotoAsync(address.AbsolutePath);
        Assert.Equal(0, await page.Locator("[role=alert]").CountAsync());
        await page.FillAsync("#w", "ZZZZZZ");
        await page.ClickAsync("main .button");
        await Assertions.Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await page.FillAsync("#w", word.ToLowerInvariant());
        await page.ClickAsync("main .button");

        await Assertions.Expect(page.Locator(".state.good")).ToContainTextAsync("已备案");
        await page.Context.DisposeAsync();
        await known.Context.DisposeAsync();
    }

    private async Task<IPage> Receipt(string account)
    {
        var page = await stage.Open(await stage.Living, account);
        await page.GotoAsync("/filings?tab=running");
        await page.Locator("tr:has(.tag.green) .number a").First.ClickAsync();
        await page.GotoAsync(await page.GetAttributeAsync(".receipt-card a", "href") ?? "");
        return page;
    }
}
