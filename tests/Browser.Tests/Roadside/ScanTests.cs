using System.Text.RegularExpressions;
using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.Roadside;

/// <summary>A receipt's code only points the way; the camera and its decoder stand for the phone's, the answer is the service's.</summary>
public sealed partial class ScanTests(Stage stage)
{
    private const string Decoder = "window.BarcodeDetector = class { static async getSupportedFormats() { return ['qr_code']; } async detect() { return window.code ? [{ rawValue: window.code }] : []; } };";
    private const string Camera = Decoder + "navigator.mediaDevices.getUserMedia = async () => { const canvas = document.createElement('canvas'); canvas.getContext('2d').fillRect(0, 0, 9, 9); return canvas.captureStream(5); };";
    private const string Refused = Decoder + "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('no', 'NotAllowedError'); };";

    [Fact]
    public async Task A_code_leads_to_its_plate_and_the_answer_comes_from_the_service()
    {
        await using var officer = await Officer.On(stage, await stage.Living, before: Camera);
        var number = await NumberOf(officer);

        await officer.Page.ClickAsync("#hint .out");
        await Assertions.Expect(officer.Page.Locator("#scan-says")).ToContainTextAsync("放进框内");
        await officer.Page.EvaluateAsync("code => { window.code = code; }", $"https://example.org/r/{number}?w=ABC234");

        await officer.Says("✓ 已备案");
        await officer.Says("实时结果");
    }

    [Fact]
    public async Task A_camera_that_is_refused_is_said_and_the_number_can_be_typed()
    {
        await using var officer = await Officer.On(stage, await stage.Living, before: Refused);
        var number = await NumberOf(officer);

        await officer.Page.ClickAsync("#hint .out");
        await Assertions.Expect(officer.Page.Locator("#scan-says")).ToContainTextAsync("未允许使用相机");
        await officer.Page.FillAsync("#number", "nonsense");
        await officer.Page.ClickAsync("#number-form .go");
        await Assertions.Expect(officer.Page.Locator("#scan-says")).ToContainTextAsync("编号不对");
        await officer.Page.FillAsync("#number", number);
        await officer.Page.ClickAsync("#number-form .go");

        await officer.Says("✓ 已备案");
    }

    [Fact]
    public async Task A_browser_that_reads_no_codes_says_what_to_do_instead_and_an_unknown_number_is_never_red()
    {
        await using var officer = await Officer.On(stage, await stage.Living, before: "delete window.BarcodeDetector");

        await officer.Page.ClickAsync("#hint .out");
        await Assertions.Expect(officer.Page.Locator("#scan-says")).ToContainTextAsync("不会识别二维码");
        await officer.Page.FillAsync("#number", "XW-430181117-20200101-0001");
        await officer.Page.ClickAsync("#number-form .go");

        await Assertions.Expect(officer.Page.Locator("#scan-says")).ToContainTextAsync("请按车上的车牌核查");
        Assert.True(await officer.Answer.IsHiddenAsync());
    }

    /// <summary>Any camera that opens the code's address leads an officer to the check, anyone else to the receipt.</summary>
    [Fact]
    public async Task The_address_of_a_code_opens_the_check_for_an_officer()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        var number = await NumberOf(officer);

        await officer.Page.GotoAsync($"/r/{number}?w=AAAAAA");
        await officer.Says("✓ 已备案");

        Assert.EndsWith("/roadside", officer.Page.Url, StringComparison.Ordinal);
    }

    private static async Task<string> NumberOf(Officer officer)
    {
        await officer.Type(Officer.Filed);
        await officer.Says("实时结果");
        var number = Number().Match(await officer.Answer.InnerTextAsync()).Value;
        await officer.Type("1");
        return number;
    }

    [GeneratedRegex("XW-[0-9]+-[0-9]+-[0-9]+")]
    private static partial Regex Number();
}
