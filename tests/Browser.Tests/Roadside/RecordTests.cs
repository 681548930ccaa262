using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Roadside;

/// <summary>Records made on site: kept on the phone, sent exactly once, their answer shown.</summary>
public sealed class RecordTests(Stage stage)
{
    // A picture the browser draws itself: a grey square as PNG.
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNoaGgAAAMEAYFL09IQAAAAAElFTkSuQmCC"
    );

    [Fact]
    public async Task A_record_made_offline_is_sent_once_from_two_tabs_and_shows_what_came_of_it()
    {
        var town = await stage.Living;
        await using var officer = await Officer.On(stage, town);
        var other = await officer.SecondTab();
        var posts = 0;
        officer.Page.Context.Request += (_, request) =>
        {
            if (request.Method == "POST" && request.Url.EndsWith("/sightings", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref posts);
            }
        };
        await officer.Offline();
        await officer.Type("70001");
        await officer.Page.ClickAsync("#answer .strong");
        await officer.Page.SetInputFilesAsync(
            "#photo",
            new FilePayload
            {
                Name = "truck.png",
                MimeType = "image/png",
                Buffer = Picture,
            }
        );
        await Assertions.Expect(officer.Page.Locator("#photo-shown img")).ToBeVisibleAsync();
        await officer.Page.FillAsync("#note", "停在路边抽吸");
        await officer.Page.ClickAsync("#record-send");
        await Assertions.Expect(other.Page.Locator("#to-items")).ToHaveTextAsync("待发 2");
        Assert.Empty(await officer.Sightings("湘A70001"));

        await officer.Online();
        await Task.WhenAll(
            officer.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))"),
            other.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))")
        );

        await Assertions.Expect(officer.Page.Locator("#item-list li:has-text('停在路边抽吸') .result.red")).ToContainTextAsync("未备案");
        var sighting = Assert.Single(await officer.Sightings("湘A70001"));
        Assert.Equal(1, posts);
        Assert.Equal(("patrol", "vacuum"), (sighting.GetProperty("source").GetString(), sighting.GetProperty("vehicle").GetString()));
        Assert.Equal(28.3, sighting.GetProperty("point").GetProperty("lat").GetDouble(), 2);
        var record = await officer.Page.Context.APIRequest.GetAsync($"{town.Address}{sighting.GetProperty("photo").GetString()![1..]}");
        var kept = await record.JsonAsync();
        Assert.Equal("停在路边抽吸", kept!.Value.GetProperty("note").GetString());
        Assert.Equal([0xFF, 0xD8, 0xFF], Convert.FromBase64String(kept.Value.GetProperty("photo").GetString()!)[..3]);
    }

    [Fact]
    public async Task A_record_whose_answer_is_lost_is_sent_again_and_exists_once()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        var lost = 0;
        await officer.Page.RouteAsync(
            "**/api/v1/sightings",
            async route =>
            {
                if (Interlocked.Increment(ref lost) > 1)
                {
                    await route.ContinueAsync();
                    return;
                }

                await route.FetchAsync();
                await route.AbortAsync();
            }
        );
        await officer.Type("70002");
        await officer.Says("实时结果");
        await officer.Record("回音丢失");
        await Assertions.Expect(officer.Page.Locator("#item-list li")).ToContainTextAsync("待发");

        await officer.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))");

        await Assertions.Expect(officer.Page.Locator("#item-list .result.red")).ToBeVisibleAsync();
        Assert.Equal(2, lost);
        Assert.Single(await officer.Sightings("湘A70002"));
    }

    [Fact]
    public async Task A_session_that_ended_loses_nothing_and_the_record_goes_after_signing_in_again()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Type("70003");
        await officer.Says("实时结果");
        await officer.Page.Context.ClearCookiesAsync();

        await officer.Record("登录已到期");
        await officer.Warns("登录已到期，记录都还在。");
        await officer.Page.SignIn("squad");
        await officer.Open();
        await officer.Page.EvaluateAsync("() => { location.hash = 'items'; }");

        await Assertions.Expect(officer.Page.Locator("#item-list .result.red")).ToBeVisibleAsync();
        Assert.Single(await officer.Sightings("湘A70003"));
    }

    [Fact]
    public async Task A_full_phone_says_so_and_the_form_keeps_what_was_written()
    {
        var town = await stage.Living;
        await using var officer = await Officer.On(
            stage,
            town,
            prepare: async page =>
            {
                var devtools = await page.Context.NewCDPSessionAsync(page);
                await devtools.SendAsync(
                    "Storage.overrideQuotaForOrigin",
                    new() { ["origin"] = town.Address.GetLeftPart(UriPartial.Authority), ["quotaSize"] = 1 }
                );
            }
        );
        await officer.Type("70004");
        await officer.Says("实时结果");

        await officer.Record("存不下");

        await officer.Warns("手机存储已满");
        await officer.Warns("表单未清空");
        Assert.Equal("存不下", await officer.Page.InputValueAsync("#note"));
        Assert.Empty(await officer.Sightings("湘A70004"));
    }
}
