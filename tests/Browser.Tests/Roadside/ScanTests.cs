using System.Text.RegularExpressions;
using Browser.Tests.Running;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Browser.Tests.Roadside;

/// <summary>A receipt's code only points the way; the answer is the service's.</summary>
public sealed partial class ScanTests(Stage stage)
{
    private const string Decoder =
        "window.BarcodeDetector = class { static async getSupportedFormats() { return ['qr_code']; } "
        + "async detect() { return window.code ? [{ rawValue: window.code }] : []; } };";
    private const string Camera =
        Decoder
        + "navigator.mediaDevices.getUserMedia = async () => { const canvas = document.createElement('canvas'); "
        + "canvas.getContext('2d').fillRect(0, 0, 9, 9); return canvas.captureStream(5); };";

    /// <summary>Debian's Chromium has no decoder, like an iPhone: the page's own is loaded, and only then.</summary>
    [Fact]
    public async Task A_receipt_before_the_camera_is_read_by_the_pages_own_decoder()
    {
        var town = await stage.Living;
        var (number, word) = await town.Ask(db =>
            db.Filings.Where(filing =>
                    filing.Status == FilingStatus.Recorded && filing.Trucks.Any(truck => truck.Plate == $"湘A{Officer.Filed}")
                )
                .Select(filing => new ValueTuple<string, string>(filing.Number, filing.CheckWord))
                .FirstAsync()
        );
        using var film = new Film($"https://example.org/r/{number}?w={word}");
        await using var browser = await stage.Launch(
            "--use-fake-device-for-media-stream",
            $"--use-file-for-fake-video-capture={film.Path}"
        );
        await using var officer = await Officer.On(stage, town, browser: browser);
        await officer.Page.Context.GrantPermissionsAsync(["camera", "geolocation"]);
        var loaded = new List<string>();
        officer.Page.Request += (_, request) => loaded.Add(new Uri(request.Url).AbsolutePath);

        Assert.False(await officer.Page.EvaluateAsync<bool>("'BarcodeDetector' in window"));
        await officer.Page.ClickAsync("#hint .out");

        await officer.Says("✓ 已备案");
        await officer.Says("实时结果");
        Assert.Contains(loaded, path => path.StartsWith("/roadside/qr-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_denied_camera_is_reported_and_the_number_can_be_typed()
    {
        using var film = new Film("nothing of ours");
        await using var browser = await stage.Launch(
            "--use-fake-device-for-media-stream",
            $"--use-file-for-fake-video-capture={film.Path}"
        );
        await using var officer = await Officer.On(stage, await stage.Living, browser: browser);
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
    public async Task A_phones_own_decoder_is_used_where_there_is_one()
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
    public async Task Without_a_camera_it_is_said_what_to_do_instead_and_an_unknown_number_is_never_red()
    {
        await using var officer = await Officer.On(stage, await stage.Living);

        await officer.Page.ClickAsync("#hint .out");
        await Assertions.Expect(officer.Page.Locator("#scan-says")).ToContainTextAsync("编号");
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
