using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Roadside;

/// <summary>A phone whose browser lacks something: with a network the question is asked and answered all the same.</summary>
public sealed class LackingTests(Stage stage)
{
    private const string Broken = "没能启动";
    private const string NoStore = "这个浏览器没有存储可用";

    private const string Throws = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };";
    private const string Errs =
        "IDBFactory.prototype.open = () => { const request = {}; "
        + "setTimeout(() => { "
        + "request.error = new DOMException('Internal error opening backing store', 'UnknownError'); request.onerror(); });"
        + "return request; };";
    private const string NeverAnswers = "IDBFactory.prototype.open = () => ({});";

    [Theory]
    [InlineData(Throws)]
    [InlineData(Errs)]
    [InlineData(NeverAnswers)]
    [InlineData("Object.defineProperty(window, 'indexedDB', { value: undefined });")]
    public async Task Without_a_store_the_service_answers_and_the_page_says_what_is_missing(string before)
    {
        await using var officer = await Officer.On(stage, await stage.Living, before: before);

        await officer.Type(Officer.Filed);

        await officer.Says("实时结果");
        await officer.Warns(NoStore);
        await DoesNotSay(officer, Broken);
        await officer.Offline();
        await officer.Type(Officer.NotFiled);
        await officer.Says("没有联系上服务。");
        await DoesNotSay(officer, Broken);
    }

    [Fact]
    public async Task A_store_that_never_answers_does_not_keep_the_officer_waiting()
    {
        var page = await stage.Open(await stage.Living, "squad", 390);
        await page.AddInitScriptAsync(NeverAnswers);
        await page.GotoAsync("/roadside");
        await using var officer = new Officer(page, await stage.Living);

        await officer.Type(Officer.Filed);
        await officer.Says("实时结果");

        Assert.Equal(0, await page.Locator("body[data-ready]").CountAsync());
        Assert.Equal(0, await page.Locator("#warnings [data-key=store]").CountAsync());
    }

    [Theory]
    [InlineData("delete window.BroadcastChannel;")]
    [InlineData("Object.defineProperty(navigator, 'locks', { value: undefined });")]
    [InlineData("Object.defineProperty(navigator, 'serviceWorker', { value: undefined });")]
    [InlineData("ServiceWorkerContainer.prototype.register = () => new Promise(() => {});")]
    [InlineData("delete AbortSignal.timeout; delete Crypto.prototype.randomUUID;")]
    [InlineData("const put = Storage.prototype.setItem; Storage.prototype.setItem = () => { throw new DOMException('no'); };")]
    public async Task What_else_may_be_missing_is_not_missed(string before)
    {
        await using var officer = await Officer.On(stage, await stage.Living, before: before);

        await officer.Page.ClickAsync("#prefix");
        await officer.Type("湘A" + Officer.Filed);
        await officer.Says("实时结果");
        await officer.Offline();
        await officer.Type("70021");
        await officer.Says("本次已存");
        await officer.Online();
        await officer.Page.ClickAsync("#to-items");
        await Assertions.Expect(officer.Page.Locator("#item-list .result.red")).ToContainTextAsync("未备案");

        await DoesNotSay(officer, Broken);
    }

    [Fact]
    public async Task A_store_that_takes_nothing_costs_only_what_should_be_stored()
    {
        await using var officer = await Officer.On(
            stage,
            await stage.Living,
            before: "IDBObjectStore.prototype.put = () => { throw new DOMException('no', 'DataError'); };"
        );

        await officer.Type(Officer.Filed);

        await officer.Says("实时结果");
        await officer.Warns("名单没有存上");
        await DoesNotSay(officer, Broken);
        await officer.Offline();
        await officer.Type(Officer.NotFiled);
        await officer.Warns("这一条没有存上");
    }

    private static Task DoesNotSay(Officer officer, string text) =>
        Assertions.Expect(officer.Page.Locator("#warnings")).Not.ToContainTextAsync(text);
}
