using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Features.Sightings;

/// <summary>R4, item by item: one answer for the batch, stored when it is given.</summary>
public sealed class ReportSightingsTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();
    private string Day => $"{_service.Today:MMdd}";

    [Fact]
    public async Task Each_item_is_decided_on_its_own_and_an_ignored_one_is_only_counted()
    {
        var stranger = Make.Sighting($"{Day}-b", Make.Stranger, _service.At("08:00"));
        var vacuum = Make.Sighting($"{Day}-c", Make.Stranger, _service.At("08:00"));
        vacuum["vehicle"] = "vacuum";
        var otherColour = Make.Sighting($"{Day}-e", Make.Plate(1), _service.At("08:00"));
        otherColour["colour"] = "blue";

        var reply = await _service.Camera.Post(
            "sightings",
            Batch(
                Make.Sighting($"{Day}-a", Make.Plate(1), _service.At("08:00")),
                stranger,
                vacuum,
                Make.Sighting($"{Day}-d", "no plate", _service.At("08:00")),
                otherColour,
                Make.Sighting($"{Day}-a", Make.Plate(2), _service.At("07:00"))
            )
        );

        Assert.Equal(202, reply.Status);
        Assert.Equal(("2", "1"), (reply["accepted"], reply["duplicates"]));
        Assert.Equal([1, 4], reply.Items("ignored").Select(index => index.GetInt32()));
        Assert.Equal([(3, "ENF-102")], reply.Items("refused").Select(item => (item.GetProperty("index").GetInt32(), item.Text("code")!)));
        Assert.Equal(
            [$"{Day}-a", $"{Day}-c", $"{Day}-d"],
            await _service.Look(db =>
                db.Sightings.Where(row => row.SenderId.StartsWith(Day))
                    .OrderBy(row => row.SenderId)
                    .Select(row => row.SenderId)
                    .ToListAsync()
            )
        );
        Assert.Equal(
            2,
            await _service.Look(db =>
                db.IgnoredCounts.Where(row => row.Day == _service.Today && row.Account == "camera").Select(row => row.Count).SingleAsync()
            )
        );
    }

    [Theory]
    [InlineData(10 * 60, null)]
    [InlineData((10 * 60) + 1, "ENF-103")]
    [InlineData(-30 * 86_400, null)]
    [InlineData((-30 * 86_400) - 1, "ENF-104")]
    public async Task A_sighting_may_be_ten_minutes_ahead_and_thirty_days_old(int seconds, string? code)
    {
        var item = Make.Sighting($"{Day}-{seconds}", Make.Plate(1), _service.At("08:00"));
        item["at"] = Make.Instant(_service.At("08:00").AddSeconds(seconds));

        var reply = await _service.Camera.Post("sightings", Batch(item));

        Assert.Equal(code, reply.Items("refused").Select(refused => refused.Text("code")).SingleOrDefault());
        Assert.Equal(code is null ? "1" : "0", reply["accepted"]);
    }

    [Theory]
    [InlineData("""{ "id": "#", "source": "camera", "plate": "湘A10001", "at": "@", "point": { "lat": 113.2, "lon": 28.2 } }""", "ENF-105")]
    [InlineData("""{ "id": "#", "source": "satellite", "plate": "湘A10001", "at": "@" }""", "ENF-106")]
    [InlineData("""{ "id": "#", "source": "camera", "plate": "湘A10001", "at": "@", "confidence": 1.01 }""", "ENF-101")]
    [InlineData("""{ "id": "#", "source": "camera", "plate": "湘A10001", "at": "@", "speed": 7 }""", "ENF-101")]
    [InlineData("""{ "id": "#", "source": "camera", "plate": "湘A10001" }""", "ENF-101")]
    [InlineData("""{ "id": "#", "source": "camera", "plate": 7, "at": "@" }""", "ENF-101")]
    [InlineData("""{ "id": "#", "source": "camera", "plate": "湘A10001", "at": "2026-03-02T08:00:00" }""", "ENF-101")]
    [InlineData("""{ "id": "#", "id": "#", "source": "camera", "plate": "湘A10001", "at": "@" }""", "ENF-101")]
    [InlineData("""{ "id": "#", "source": "camera", "plate": "\ud800", "at": "@" }""", "ENF-101")]
    [InlineData("""{ "id": "#", "\ud800": 1, "source": "camera", "plate": "湘A10001", "at": "@" }""", "ENF-101")]
    [InlineData("""{ "id": "\ud800", "source": "camera", "plate": "湘A10001", "at": "@" }""", "ENF-101")]
    [InlineData("""{ "source": "camera", "plate": "湘A10001", "at": "@" }""", "ENF-101")]
    [InlineData("7", "ENF-101")]
    [InlineData("null", "ENF-101")]
    public async Task One_broken_item_is_refused_for_itself_and_does_not_spoil_the_batch(string broken, string code)
    {
        var (id, good) = ($"{Day}-broken", Make.Sighting($"{Day}-good", Make.Plate(1), _service.At("08:00")).ToJsonString());
        var text = broken
            .Replace("\"#\"", $"\"{id}\"", StringComparison.Ordinal)
            .Replace("@", Make.Instant(_service.At("08:00")), StringComparison.Ordinal);

        var reply = await _service.Camera.PostText("sightings", $"[{text},{good}]");

        Assert.Equal(202, reply.Status);
        Assert.Equal([(0, code)], reply.Items("refused").Select(item => (item.GetProperty("index").GetInt32(), item.Text("code")!)));
        Assert.Equal("1", reply["accepted"]);
    }

    [Fact]
    public async Task A_refused_id_is_refused_again_also_with_good_content()
    {
        await _service.Camera.Post("sightings", Batch(Make.Sighting($"{Day}-x", "no plate", _service.At("08:00")))).MustBe(202);

        var again = await _service.Camera.Post("sightings", Batch(Make.Sighting($"{Day}-x", Make.Plate(1), _service.At("08:00"))));

        Assert.Equal([(0, "ENF-102")], again.Items("refused").Select(item => (item.GetProperty("index").GetInt32(), item.Text("code")!)));
        var row = await _service.Look(db => db.Sightings.SingleAsync(known => known.SenderId == $"{Day}-x"));
        Assert.Equal((null, null, "ENF-102"), (row.Plate, row.At, row.RefusedCode));
    }

    [Fact]
    public async Task An_ignored_one_is_simply_ignored_again()
    {
        var batch = Batch(Make.Sighting($"{Day}-i", Make.Stranger, _service.At("08:00")));
        await _service.Camera.Post("sightings", batch).MustBe(202);

        var again = await _service.Camera.Post("sightings", batch);

        Assert.Single(again.Items("ignored"));
    }

    [Fact]
    public async Task Ndjson_is_read_line_by_line()
    {
        var lines =
            $"{Make.Sighting($"{Day}-1", Make.Plate(1), _service.At("08:00")).ToJsonString()}\n\n{{broken\n"
            + $"{Make.Sighting($"{Day}-2", Make.Plate(2), _service.At("08:00")).ToJsonString()}\n";

        var reply = await _service.Camera.PostText("sightings", lines, "application/x-ndjson");

        Assert.Equal("2", reply["accepted"]);
        Assert.Equal([(1, "ENF-101")], reply.Items("refused").Select(item => (item.GetProperty("index").GetInt32(), item.Text("code")!)));
    }

    [Theory]
    [InlineData(1000, "202 ")]
    [InlineData(1001, "422 FIL-014")]
    public async Task A_batch_has_at_most_a_thousand_items(int count, string said)
    {
        var reply = await _service.Camera.Post(
            "sightings",
            Batch([.. Enumerable.Range(0, count).Select(n => Make.Sighting($"{Day}-{n}", Make.Plate(1), _service.At("08:00")))])
        );

        Assert.Equal(said, reply.Said);
        Assert.Equal(count == 1000 ? 1000 : 0, await _service.Look(db => db.Sightings.CountAsync(row => row.SenderId.StartsWith(Day))));
    }

    [Theory]
    [InlineData("squad", "patrol", true)]
    [InlineData("squad", "tip", true)]
    [InlineData("squad", "camera", false)]
    [InlineData("plant", "gate", true)]
    [InlineData("plant", "patrol", false)]
    [InlineData("camera", "gps", true)]
    public async Task A_source_may_only_call_itself_what_it_is(string account, string source, bool taken)
    {
        var reply = await _service
            .As(account)
            .Post("sightings", Batch(Make.Sighting($"{Day}-{account}-{source}", Make.Plate(1), _service.At("08:00"), source)));

        Assert.Equal(taken ? "1" : "0", reply["accepted"]);
        Assert.Equal(taken ? [] : ["ENF-106"], reply.Items("refused").Select(item => item.Text("code")));
    }

    [Fact]
    public async Task A_doubtful_one_waits_for_a_person_and_opens_nothing()
    {
        var (unsure, sure) = (
            Make.Sighting($"{Day}-u", Make.Plate(3), _service.At("08:00")),
            Make.Sighting($"{Day}-s", Make.Plate(4), _service.At("08:00"))
        );
        (unsure["confidence"], sure["confidence"]) = (0.7999, 0.80);
        await _service.Camera.Post("sightings", Batch(unsure, sure)).MustBe(202);
        _service.Move("08:10");
        await _service.Settle();

        var doubtful = (await _service.Squad.Get("sightings?status=doubtful")).Items().Select(item => item.Text("senderId"));
        var judged = (await _service.Squad.Get("sightings?status=not-filed")).Items().Select(item => item.Text("senderId"));

        Assert.Contains($"{Day}-u", doubtful);
        Assert.DoesNotContain($"{Day}-s", doubtful);
        Assert.Contains($"{Day}-s", judged);
        Assert.Empty(await _service.Leads(Make.Plate(3)));
        Assert.Equal(["unregistered-run"], await _service.Leads(Make.Plate(4)));
    }

    [Theory]
    [InlineData("{}", "application/json", "400 FIL-003")]
    [InlineData("[", "application/json", "400 FIL-001")]
    [InlineData("[]", "text/plain", "415 FIL-006")]
    public async Task A_body_that_is_no_batch_is_refused_whole(string body, string type, string said)
    {
        var reply = await _service.Camera.PostText("sightings", body, type);

        Assert.Equal(said, reply.Said);
    }

    private static JsonArray Batch(params JsonObject[] items) => [.. items.Select(item => item.DeepClone())];

    /// <summary>Both forms of a batch: an array, and one object a line.</summary>
    public static TheoryData<string> Forms => ["application/json", "application/x-ndjson"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_byte_order_mark_is_no_part_of_the_first_item(string form)
    {
        var reply = await Send(form, [.. Encoding.UTF8.Preamble, .. Bytes(form, Sighting("b0"), Sighting("b1"))]);

        Assert.Equal(("2", 0), (reply["accepted"], reply.Items("refused").Count));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Bytes_that_are_no_text_are_refused_for_their_item_alone(string form)
    {
        var broken = Sighting("i2");
        broken["device"] = "##";
        var bytes = Bytes(form, broken, Sighting("i3"));
        var at = bytes.AsSpan().IndexOf("##"u8);
        (bytes[at], bytes[at + 1]) = (0xB6, 0xAB);

        var reply = await Send(form, bytes);

        Assert.Equal("1", reply["accepted"]);
        Assert.Equal([(0, "ENF-101")], reply.Items("refused").Select(item => (item.GetProperty("index").GetInt32(), item.Text("code")!)));
        Assert.False(await _service.Look(db => db.Sightings.AnyAsync(row => row.Device!.Contains('\uFFFD'))));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_text_that_an_earlier_program_lost_is_not_kept(string form)
    {
        var lost = Sighting("l1");
        lost["device"] = "\uFFFD1";

        Assert.Equal(["ENF-101"], Refused(await Send(form, Bytes(form, lost))));
    }

    [Fact]
    public async Task Files_joined_with_their_marks_and_blank_lines_are_read_to_the_end()
    {
        var line = Encoding.UTF8.GetString(Bytes("application/x-ndjson", Sighting("j1")));
        var text = $"\uFEFF{line}\r\n\r\n \t\n\uFEFF{line.Replace("-j1", "-j2", StringComparison.Ordinal)}";

        var reply = await Send("application/x-ndjson", Encoding.UTF8.GetBytes(text));

        Assert.Equal(("2", 0), (reply["accepted"], reply.Items("refused").Count));
    }

    [Theory]
    [InlineData("1970-01-01T08:00:00+08:00", "ENF-104")]
    [InlineData("1999-12-31T23:59:59.999Z", "ENF-104")]
    [InlineData("2001-01-01T00:00:00Z", "ENF-104")]
    [InlineData("2101-01-01T00:00:00Z", "ENF-103")]
    [InlineData("yesterday", "ENF-101")]
    [InlineData("2026-12-01T00:00:00", "ENF-101")]
    public async Task A_clock_that_is_dead_is_said_to_be_so(string at, string code)
    {
        var sighting = Sighting($"clock-{at}");
        sighting["at"] = at;

        Assert.Equal([code], Refused(await _service.Camera.Post("sightings", Batch(sighting))));
    }

    [Fact]
    public async Task An_instant_with_nanoseconds_is_accepted()
    {
        var sighting = Sighting("nano");
        sighting["at"] = $"{_service.Today:yyyy-MM-dd}T08:00:00.123456789+08:00";

        await _service.Camera.Post("sightings", Batch(sighting)).MustBe(202);

        Assert.Equal(
            _service.At("08:00").AddMilliseconds(123),
            await _service.Look(db => db.Sightings.Where(row => row.SenderId == $"{Day}-nano").Select(row => row.At).SingleAsync())
        );
    }

    private static IEnumerable<string> Refused(Reply reply) => reply.Must(202).Items("refused").Select(item => item.Text("code")!);

    private JsonObject Sighting(string id) => Make.Sighting($"{Day}-{id}", Make.Plate(1), _service.At("08:00"));

    private static byte[] Bytes(string form, params JsonObject[] sightings) =>
        Encoding.UTF8.GetBytes(
            form == "application/json"
                ? $"[{string.Join(',', sightings.Select(item => item.ToJsonString()))}]"
                : string.Join('\n', sightings.Select(item => item.ToJsonString()))
        );

    private Task<Reply> Send(string form, byte[] bytes) => _service.Camera.Send(HttpMethod.Post, "sightings", bytes, form);
}
