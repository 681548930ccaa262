using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Roadside;

/// <summary>The officer with a network: five taps, one answer.</summary>
public sealed class OnlineTests(Stage stage)
{
    [Fact]
    public async Task Five_taps_give_the_answer_with_its_word_its_reason_its_age_and_whom_to_call()
    {
        await using var officer = await Officer.On(stage, await stage.Living);

        await officer.Type(Officer.Filed);
        await officer.IsColour("green");
        Assert.Equal((5, 0), await officer.Page.Steps());
        await officer.Says("✓ 已备案");
        await officer.Says("实时结果");
        await officer.Says("0731-80000001");

        await officer.Type(Officer.NotFiled);
        await officer.IsColour("red");
        await officer.Says("✕ 未备案");
        await officer.Says("未查到该车此时的备案。");
        await officer.Says("现场记录");

        await officer.Type(Officer.Emergency);
        await officer.IsColour("amber");
        await officer.Says("! 应急待决");
        await officer.Says("实时结果");
    }

    [Fact]
    public async Task In_English_everything_is_English()
    {
        await using var officer = await Officer.On(stage, await stage.Living, "en");

        await officer.Type(Officer.NotFiled);

        await officer.Says("✕ Not on record");
        await officer.Says("No record covers this truck at this moment.");
        await officer.Says("Live");
    }

    [Fact]
    public async Task A_plate_can_be_typed_pasted_and_asked_from_a_keyboard_alone()
    {
        await using var officer = await Officer.On(stage, await stage.Living);

        await officer.Page.Keyboard.TypeAsync("2601");
        await officer.Page.Keyboard.PressAsync("Backspace");
        await officer.Page.Keyboard.TypeAsync("18");
        await officer.Says("✓ 已备案");
        await officer.Page.EvaluateAsync(
            """
            () => {
              const data = new DataTransfer();
              data.setData('text', ' 湘a·86091 ');
              document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }));
            }
            """
        );
        await officer.Says("✕ 未备案");
        for (var presses = 0; !await officer.Page.EvaluateAsync<bool>("() => document.activeElement.textContent === '现场记录'"); presses++)
        {
            Assert.True(presses < 12, "The record is not reached by the tab key.");
            await officer.Page.Keyboard.PressAsync("Tab");
        }

        await officer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(officer.Page.Locator("#record h2")).ToBeFocusedAsync();
    }

    /// <summary>What is asked and what is shown while a new-energy plate is typed: nothing before its sixth character.</summary>
    [Fact]
    public async Task A_new_energy_plate_shows_no_false_red_after_its_fifth_character()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        var asked = new List<string>();
        officer.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/checks/%", StringComparison.Ordinal) && !request.Url.EndsWith("/trace", StringComparison.Ordinal))
            {
                asked.Add(Uri.UnescapeDataString(new Uri(request.Url).Segments[^1]));
            }
        };
        await officer.Page.EvaluateAsync(
            """
            () => {
              window.seen = [];
              const answer = document.getElementById('answer');
              const note = () => { if (!answer.hidden) window.seen.push(answer.className); };
              new MutationObserver(note).observe(answer, { attributes: true });
            }
            """
        );

        await officer.Page.ClickAsync("#new-energy");
        await officer.Type(Officer.NewEnergy[..5]);
        var afterFive = (
            asked.Count,
            await officer.Page.EvaluateAsync<int>("() => window.seen.length"),
            await officer.Answer.IsVisibleAsync()
        );
        await officer.Type(Officer.NewEnergy[5..]);
        await officer.Says("实时结果");

        Assert.Equal((0, 0, false), afterFive);
        Assert.Equal(["湘A27601K"], asked);
        Assert.DoesNotContain("answer red", (await officer.Page.EvaluateAsync<string[]>("() => window.seen")).SkipLast(1));
    }

    [Fact]
    public async Task A_pumping_truck_is_judged_by_its_place()
    {
        await using var officer = await Officer.On(stage, await stage.Living);

        await officer.Type(Officer.Filed);
        await officer.Says("实时结果");
        await officer.Page.ClickAsync(".chip:has-text('抽吸')");
        await officer.Says("✕ 地点不符");

        await officer.Page.Context.ClearPermissionsAsync();
        await officer.Page.ClickAsync(".chip:has-text('行驶')");
        await officer.Says("✓ 已备案");
        await officer.Page.ClickAsync(".chip:has-text('排放')");
        await officer.Warns("没有得到定位");
        await officer.IsColour("green");
    }

    [Fact]
    public async Task Another_province_is_one_tap_away()
    {
        await using var officer = await Officer.On(stage, await stage.Living);

        await officer.Page.ClickAsync("#prefix");
        await officer.Type("粤B12345");

        await officer.Says("✕ 未备案");
        Assert.Contains("粤B", await officer.Page.InnerTextAsync("#prefix"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_squad_opens_it()
    {
        var page = await stage.Open(await stage.Living, "clerk", 390);

        var answer = await page.GotoAsync("/roadside");

        Assert.Equal(403, answer!.Status);
        await page.Context.DisposeAsync();
    }
}
