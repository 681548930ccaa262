using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Roadside;

/// <summary>What stands beside the verdict: the permitted work, what is known of the truck, a record on every colour.</summary>
public sealed class MoreThanVerdictTests(Stage stage)
{
    [Fact]
    public async Task On_green_the_officer_sees_place_waste_volume_and_plant()
    {
        await using var officer = await Officer.On(stage, await stage.Living);

        await officer.Type(Officer.Filed);

        await officer.IsColour("green");
        await Assertions
            .Expect(officer.Answer.Locator(".rests"))
            .ToContainTextAsync(new System.Text.RegularExpressions.Regex("· .+ · [0-9.]+ m³ → .+厂"));
    }

    [Fact]
    public async Task On_every_colour_the_trucks_last_checks_and_runs_are_told()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        foreach (var serial in new[] { Officer.Filed, Officer.NotFiled, Officer.Emergency })
        {
            await officer.Type(serial);
            await Assertions
                .Expect(officer.Answer.Locator(".trace"))
                .ToContainTextAsync(new System.Text.RegularExpressions.Regex("近期核查|未报备上路|没有核查"));
        }
    }

    [Fact]
    public async Task A_record_can_be_made_on_green_too()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Type(Officer.Filed);
        await officer.Says("实时结果");
        if (await officer.Page.IsVisibleAsync("#more"))
        {
            await officer.Page.ClickAsync("#more");
        }

        await officer.Page.ClickAsync("#answer .actions button:has-text('现场记录')");

        await Assertions.Expect(officer.Page.Locator("#record-plate")).ToHaveTextAsync($"湘A·{Officer.Filed}");
    }

    [Fact]
    public async Task A_half_read_plate_leads_to_the_truck_and_its_answer()
    {
        await using var officer = await Officer.On(stage, await stage.Living);

        await officer.Page.ClickAsync("[href='#find']");
        await Assertions.Expect(officer.Page.Locator("#find h2")).ToBeFocusedAsync();
        await officer.Page.Keyboard.PressAsync("Tab");
        await officer.Page.Keyboard.TypeAsync("26?18");
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.ClickAsync(".match:has-text('26018')");

        await officer.Says("✓ 已备案");
    }

    [Fact]
    public async Task Without_a_network_the_list_is_searched()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Page.ClickAsync("[href='#find']");
        await officer.Page.FillAsync("#part", "26018");
        await officer.Page.ClickAsync("#find-form .go");
        await Assertions.Expect(officer.Page.Locator(".match")).ToContainTextAsync(["26018"]);
        await officer.Offline();

        await officer.Page.FillAsync("#part", "6?18");
        await officer.Page.ClickAsync("#find-form .go");

        await Assertions.Expect(officer.Page.Locator("#find-says")).ToContainTextAsync("没有联系上服务");
        await Assertions.Expect(officer.Page.Locator(".match")).ToContainTextAsync(["26018"]);
    }
}
