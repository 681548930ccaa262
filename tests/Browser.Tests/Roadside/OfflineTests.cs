using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Roadside;

/// <summary>The officer without a network: a list answer, never red, and nothing lost.</summary>
public sealed class OfflineTests(Stage stage)
{
    [Fact]
    public async Task Without_a_network_the_page_opens_and_the_list_answers_green_or_cannot_tell_and_never_red()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.ComeBackOffline();

        await officer.Type(Officer.Filed);
        await officer.IsColour("green");
        await officer.Says("✓ 已备案");
        await officer.Says("名单答复，非正式结论");

        await officer.Type(Officer.NotFiled);
        await officer.IsColour("amber");
        await officer.Says("? 无法确认");
        await officer.Says("没有联系上服务。");
        await Assertions.Expect(officer.Page.Locator("#net")).ToHaveTextAsync("离线");
        await Assertions.Expect(officer.Page.Locator("#to-items")).ToHaveTextAsync("待发 2");
    }

    [Fact]
    public async Task A_check_made_offline_is_asked_again_and_its_answer_comes_back_to_it()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Offline();
        await officer.Type(Officer.NotFiled);
        await Assertions.Expect(officer.Page.Locator("#to-items")).ToHaveTextAsync("待发 1");

        await officer.Online();
        await officer.Page.ClickAsync("#to-items");

        var item = officer.Page.Locator("#item-list li");
        await Assertions.Expect(item).ToContainTextAsync("当时名单答复： 无法确认");
        await Assertions.Expect(item.Locator(".result.red")).ToContainTextAsync("✕ 未备案");
    }

    [Fact]
    public async Task A_list_older_than_four_hours_is_shown_as_a_hint_with_its_age()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Offline();

        await officer.SetClock(TimeSpan.FromHours(4.5));
        await officer.Type(Officer.Filed);

        await officer.IsColour("amber");
        await officer.Says("? 无法确认");
        await officer.Says("4 小时 30 分");
        await Assertions.Expect(officer.Page.Locator("#list-line")).ToContainTextAsync("超过 4 小时，只作参考");
    }

    [Fact]
    public async Task A_list_that_was_tampered_with_on_the_phone_is_not_used()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Page.EvaluateAsync(
            """
            () => new Promise((resolve, reject) => {
              const open = indexedDB.open('roadside');
              open.onsuccess = () => {
                const store = open.result.transaction('kept', 'readwrite').objectStore('kept');
                const read = store.get('list');
                read.onsuccess = () => {
                  const text = new TextDecoder().decode(read.result.bytes).replace('湘A26018', '湘A86091');
                  const write = store.put({ ...read.result, bytes: new TextEncoder().encode(text).buffer }, 'list');
                  write.onsuccess = () => { open.result.close(); resolve(); };
                };
              };
              open.onerror = () => reject(open.error);
            })
            """
        );
        await officer.ComeBackOffline();

        await officer.Type(Officer.NotFiled);

        await officer.IsColour("amber");
        await officer.Says("名单未通过签名校验，未采用。");
        await Assertions.Expect(officer.Page.Locator("#list-line")).ToContainTextAsync("未采用");
    }

    [Fact]
    public async Task A_list_that_was_changed_on_its_way_is_not_used_and_the_kept_one_stays()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Page.RouteAsync(
            "**/api/v1/checks/list",
            async route =>
            {
                var real = await route.FetchAsync();
                await route.FulfillAsync(
                    new RouteFulfillOptions
                    {
                        Response = real,
                        Body = (await real.TextAsync()).Replace(Officer.Filed, Officer.NotFiled, StringComparison.Ordinal),
                    }
                );
            }
        );
        await officer.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
        await officer.Warns("收到的名单未通过签名校验");
        await officer.Offline();

        await officer.Type(Officer.Filed);
        await officer.IsColour("green");
        await officer.Type(Officer.NotFiled);
        await officer.IsColour("amber");
    }

    [Fact]
    public async Task A_phone_with_a_wrong_clock_is_warned_and_the_services_time_counts()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.SetClock(TimeSpan.FromHours(9));
        await officer.Page.ReloadAsync();
        await officer.Ready();

        await officer.Warns("手机时间快 9 小时");
        await officer.ComeBackOffline();
        await officer.Type(Officer.Filed);
        await officer.IsColour("green");
    }

    [Fact]
    public async Task A_clock_set_back_since_the_last_visit_is_not_trusted()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.SetClock(TimeSpan.FromHours(-3));
        await officer.ComeBackOffline();

        await officer.Type(Officer.Filed);

        await officer.IsColour("amber");
        await officer.Says("手机时间不可信");
        await officer.Warns("手机时间被调过");
    }

    [Fact]
    public async Task Without_any_list_the_page_says_that_nothing_can_be_confirmed()
    {
        await using var officer = await Officer.On(stage, await stage.Living, before: "indexedDB.deleteDatabase('roadside')");
        await officer.ComeBackOffline();

        await officer.Type(Officer.Filed);

        await officer.IsColour("amber");
        await officer.Says("手机上没有名单");
    }
}
