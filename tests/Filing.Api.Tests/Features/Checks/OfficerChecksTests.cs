using System.Text.Json;
using System.Text.Json.Nodes;

namespace FilingApi.Tests.Features.Checks;

/// <summary>What an officer is told beside the verdict, and how a half-read plate is found.</summary>
public sealed class OfficerChecksTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task The_squad_learns_place_waste_plant_and_volume_of_what_the_verdict_rests_on()
    {
        await _service.Recorded();
        _service.Move("09:30");

        var job = Assert.Single((await _service.Ask(Make.Plate(1))).Items("rests")).GetProperty("job");

        Assert.Equal(
            ("化粪池", "septic", "永安污水处理厂", 8m),
            (job.Text("place"), job.Text("kind"), job.Text("plant"), job.GetProperty("m3").GetDecimal())
        );
    }

    [Fact]
    public async Task An_order_tells_its_sections_as_municipal_work()
    {
        await _service.Centre.Post("orders", Make.Order(_service.At("09:00"), _service.At("11:00"))).MustBe(201);
        _service.Move("09:30");

        var rests = (await _service.Ask(Make.Plate(1))).Items("rests");

        var job = Assert.Single(rests, rest => rest.Text("source") == "dispatch").GetProperty("job");
        Assert.Equal("municipal-pipe", job.Text("kind"));
        Assert.True(job.GetProperty("m3").GetDecimal() > 0);
        Assert.True(job.Text("place") is { Length: > 0 });
    }

    [Fact]
    public async Task Others_who_ask_are_told_no_more_than_the_verdict()
    {
        await _service.Recorded();
        _service.Move("09:30");

        var asked = await _service.Station.Get($"checks/{Uri.EscapeDataString(Make.Plate(1))}");
        var open = await _service.Anyone.Get($"public/checks/{Uri.EscapeDataString(Make.Plate(1))}");

        Assert.Equal(JsonValueKind.Null, Assert.Single(asked.Items("rests")).GetProperty("job").ValueKind);
        Assert.Equal(["filed", "town", "day"], open.Body.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task A_trucks_last_checks_and_runs_are_told_newest_first_and_five_at_most()
    {
        for (var n = 0; n < 7; n++)
        {
            await _service.Ask($" {Make.Stranger} {new string(' ', n)}");
            await _service.LoggedQuestion($" {Make.Stranger} {new string(' ', n)}");
            _service.Move($"08:1{n}");
        }

        await _service.Camera.Post("sightings", new[] { Seen($"{_service.Today}", Make.Stranger, "08:05") }).MustBe(202);
        _service.Move("08:30");
        await _service.Settle();

        var trace = await _service.Squad.Get($"checks/{Uri.EscapeDataString(Make.Stranger)}/trace").MustBe(200);

        var checks = trace.Items("checks").Select(check => check.GetProperty("at").GetDateTimeOffset()).ToList();
        Assert.Equal(5, checks.Count);
        Assert.Equal(checks.OrderDescending(), checks);
        Assert.Equal(_service.At("08:15"), checks[0]);
        Assert.All(trace.Items("checks"), check => Assert.Equal(("not-filed", "red"), (check.Text("code"), check.Text("colour"))));
        var run = Assert.Single(trace.Items("runs"));
        Assert.Equal((_service.At("08:05"), "open"), (run.GetProperty("first").GetDateTimeOffset(), run.Text("status")));
    }

    [Fact]
    public async Task Only_squad_and_supervisor_read_a_trucks_trace_and_a_text_is_no_plate()
    {
        Assert.Equal(403, (await _service.Clerk.Get($"checks/{Uri.EscapeDataString(Make.Stranger)}/trace")).Status);
        Assert.Equal(403, (await _service.Clerk.Get("checks/matches?like=018")).Status);
        Assert.Equal("422 FIL-013", (await _service.Squad.Get("checks/nonsense/trace")).Said);
    }

    [Theory]
    [InlineData("1?003")]
    [InlineData("0003")]
    [InlineData("湘a1 ０００3")]
    [InlineData("a？0003")]
    public async Task A_half_read_plate_finds_the_truck(string like)
    {
        var reply = await _service.Squad.Get($"checks/matches?like={Uri.EscapeDataString(like)}").MustBe(200);

        Assert.Contains(reply.Items(), item => item.Text("plate") == "湘A·10003" && item.Text("colour") == "yellow");
    }

    [Fact]
    public async Task A_strange_truck_that_was_seen_is_found_with_its_time()
    {
        await _service.Camera.Post("sightings", new[] { Seen($"m{_service.Today}", "粤B7K21Q", "07:55") }).MustBe(202);

        var item = Assert.Single((await _service.Squad.Get("checks/matches?like=7K%3F1").MustBe(200)).Items());

        Assert.Equal(("粤B·7K21Q", _service.At("07:55")), (item.Text("plate"), item.GetProperty("seenAt").GetDateTimeOffset()));
        Assert.Equal(JsonValueKind.Null, item.GetProperty("owner").ValueKind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("8")]
    [InlineData("????8")]
    [InlineData("%_")]
    [InlineData("123456789")]
    public async Task Too_little_of_a_plate_is_refused(string like)
    {
        var reply = await _service.Squad.Get($"checks/matches?like={Uri.EscapeDataString(like)}");

        Assert.Equal("422 FIL-017", reply.Said);
    }

    /// <summary>A truck of no roster is kept because the camera recognised its kind (R4).</summary>
    private JsonObject Seen(string id, string plate, string time)
    {
        var sighting = Make.Sighting(id, plate, _service.At(time));
        sighting["vehicle"] = "vacuum";
        return sighting;
    }
}
