using System.Text;
using System.Text.Json.Nodes;

namespace FilingApi.Tests.Web;

/// <summary>Bad input is a problem with a code, never a 5xx, and nothing is half-written.</summary>
public sealed class BadInputTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    private string Good => Make.Filing(_service.At("09:00"), _service.At("12:00")).ToJsonString();

    [Theory]
    [InlineData("", "400 FIL-001")]
    [InlineData(" ", "400 FIL-001")]
    [InlineData("{", "400 FIL-001")]
    [InlineData("{ \"kind\": \"septic\", }", "400 FIL-001")]
    [InlineData("{ \"m3\": NaN }", "400 FIL-001")]
    [InlineData("{ \"kind\": \"septic\" } x", "400 FIL-001")]
    [InlineData("\ufeff{}", "400 FIL-004")]
    [InlineData("\ufeff\ufeff{}", "400 FIL-001")]
    [InlineData("null", "400 FIL-003")]
    [InlineData("[]", "400 FIL-003")]
    [InlineData("7", "400 FIL-003")]
    [InlineData("\"text\"", "400 FIL-003")]
    public Task A_body_that_is_no_filing_is_refused(string body, string said) => Refused(body, said);

    [Fact]
    public Task Members_given_twice_are_refused() =>
        Refused(Good.Replace("\"m3\":", "\"m3\":1,\"m3\":", StringComparison.Ordinal), "400 FIL-001");

    [Theory]
    [InlineData(65)]
    [InlineData(100_000)]
    public Task A_depth_bomb_is_refused(int depth) =>
        Refused($"{{\"kind\":{new string('[', depth)}{new string(']', depth)}}}", "400 FIL-001");

    [Fact]
    public async Task Unknown_missing_and_wrong_members_are_all_named_by_their_pointers()
    {
        const string Body = """
            { "kind": "milk", "site": { "name": 7, "point": { "lat": "28", "height": 3 }, "a/b~c": 1 },
              "from": "2026-03-02T09:00:00", "to": "yesterday",
              "m3": "NaN", "trips": 1.5, "emergency": "no",
              "trucks": [ { "plate": "湘A10001", "colour": "pink" }, 7 ], "contact": null, "speed": 1 }
            """;

        var reply = await Refused(Body, "400 FIL-003");

        Assert.Equal(
            [
                "/contact FIL-003",
                "/emergency FIL-003",
                "/from FIL-003",
                "/kind FIL-003",
                "/m3 FIL-003",
                "/plant FIL-004",
                "/site/a~1b~0c FIL-002",
                "/site/name FIL-003",
                "/site/point/height FIL-002",
                "/site/point/lat FIL-003",
                "/site/point/lon FIL-004",
                "/speed FIL-002",
                "/to FIL-003",
                "/trips FIL-003",
                "/trucks/0/colour FIL-003",
                "/trucks/1 FIL-003",
            ],
            reply.Errors
        );
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2026-02-30T09:00:00+08:00")]
    [InlineData("2026-03-02T25:00:00+08:00")]
    [InlineData("2026-03-02T09:00:00")]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-02T09:00:00+99:00")]
    [InlineData("２０２６-03-02T09:00:00+08:00")]
    [InlineData("")]
    public async Task Absurd_dates_and_instants_without_an_offset_are_refused(string from)
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        body["from"] = from;

        var reply = await Refused(body.ToJsonString(), "400 FIL-003");

        Assert.Equal(["/from FIL-003"], reply.Errors);
    }

    [Fact]
    public async Task The_requests_own_rules_are_all_named_at_once()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        (body["m3"], body["trips"], body["note"], body["plant"]) = (0.0001m, 0, new string('长', 1001), "");
        body["site"] = new JsonObject
        {
            ["name"] = "a\0b",
            ["point"] = new JsonObject { ["lat"] = 113.2, ["lon"] = 28.2 },
        };
        body["trucks"] = new JsonArray(Make.Ref("no plate"), Make.Ref("湘A10001"), Make.Ref("湘a·1 0001"));

        var reply = await Refused(body.ToJsonString(), "422 FIL-018");

        Assert.Equal(
            [
                "/m3 FIL-011",
                "/note FIL-010",
                "/plant FIL-010",
                "/site/name FIL-018",
                "/site/point FIL-012",
                "/trips FIL-011",
                "/trucks/0/plate FIL-013",
                "/trucks/2 FIL-015",
            ],
            reply.Errors
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public Task A_filing_names_one_to_fifty_trucks(int count)
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        body["trucks"] = new JsonArray([.. Enumerable.Range(1, count).Select(n => Make.Ref(Make.Plate(n)))]);

        return Refused(body.ToJsonString(), "422 FIL-014");
    }

    [Theory]
    [InlineData("\"note\":\"\\ud800\"", "/note FIL-003")]
    [InlineData("\"note\":\"\\udc00x\"", "/note FIL-003")]
    public async Task Half_of_a_surrogate_pair_is_refused(string member, string error)
    {
        var reply = await Refused($"{Good[..^1]},{member}}}", "400 FIL-003");

        Assert.Equal([error], reply.Errors);
    }

    [Fact]
    public Task A_member_whose_name_has_one_is_refused() => Refused($"{Good[..^1]},\"\\ud800\":1}}", "400 FIL-001");

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        var before = await _service.Rows();
        byte[] body = [.. Encoding.UTF8.GetBytes($"{Good[..^1]},\"note\":\""), 0xff, 0xc3, 0x28, .. "\"}"u8];

        var reply = await _service.Clerk.Send(HttpMethod.Post, "filings", body, Api.Json);

        Assert.Equal(400, reply.Status);
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal(before, await _service.Rows());
    }

    [Fact]
    public async Task A_string_of_ten_megabytes_is_refused_as_too_large()
    {
        await Refused($"{Good[..^1]},\"note\":\"{new string('x', 10 * 1024 * 1024)}\"}}", "413 FIL-005");
        var batch = await _service.Camera.PostText("sightings", $"[\"{new string('x', 10 * 1024 * 1024)}\"]");

        Assert.Equal("413 FIL-005", batch.Said);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData(null)]
    public async Task Another_media_type_is_refused(string? type)
    {
        var before = await _service.Rows();

        var reply = await _service.Clerk.PostText("filings", Good, type);

        Assert.Equal("415 FIL-006", reply.Said);
        Assert.Equal(before, await _service.Rows());
    }

    [Fact]
    public async Task An_unknown_path_and_an_unsupported_method_are_answered_by_problems()
    {
        Assert.Equal("404 FIL-020", (await _service.Clerk.Get("nothing/here")).Said);
        Assert.Equal("404 FIL-020", (await _service.Anyone.Get("nothing/here")).Said);
        Assert.Equal("405 FIL-025", (await _service.Clerk.Send(HttpMethod.Delete, "filings", null, null)).Said);
    }

    [Fact]
    public async Task Rare_characters_survive_save_and_read_and_plates_take_full_width_digits()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"), "湘Ａ·１０００１");
        (body["note"], body["contact"]!["name"]) = ("䶮𠮷 阿卜杜·热西提 👩‍🚒", "𠮷䶮");

        var number = await _service.Filed(body);
        var filing = await _service.Station.Get($"filings/{number}");

        var contact = await _service.Station.Post($"filings/{number}/contact", new { reason = "电话核实" });
        Assert.Equal(("䶮𠮷 阿卜杜·热西提 👩‍🚒", "𠮷*"), (filing["note"], filing.Body.GetProperty("contact").Text("name")));
        Assert.Equal("𠮷䶮", contact["name"]);
        Assert.Equal("湘A10001", filing.Body.GetProperty("trucks")[0].Text("plate"));
    }

    [Theory]
    [InlineData("zh", "请")]
    [InlineData("en", "Send it again")]
    public async Task A_problem_speaks_the_callers_language(string language, string words)
    {
        var reply = await _service.Clerk.Send(HttpMethod.Post, "filings", "{"u8.ToArray(), Api.Json, ("Accept-Language", language));

        Assert.Contains(words, reply["detail"], StringComparison.Ordinal);
        Assert.Equal("urn:problem:fil-001", reply["type"]);
    }

    private async Task<Reply> Refused(string body, string said)
    {
        var before = await _service.Rows();

        var reply = await _service.Clerk.PostText("filings", body);

        Assert.Equal(said, reply.Said);
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal(before, await _service.Rows());
        return reply;
    }
}
