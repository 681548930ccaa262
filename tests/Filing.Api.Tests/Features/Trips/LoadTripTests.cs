using System.Text.Json.Nodes;

namespace FilingApi.Tests.Features.Trips;

public sealed class LoadTripTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_trip_is_loaded_once_at_the_moment_of_the_act()
    {
        var number = await _service.Recorded(trips: 2);
        _service.Move("09:30");

        var loaded = await _service.Load(number, 1, m3: 7.5m);
        var again = await _service.Load(number, 1);

        Assert.Equal(("loaded", Make.Plate(1), "yellow"), (loaded["state"], loaded["plate"], loaded["colour"]));
        Assert.Equal(7.5m, loaded.Body.GetProperty("loading").GetProperty("m3").GetDecimal());
        Assert.Equal(_service.At("09:30"), loaded.Body.GetProperty("loading").GetProperty("at").GetDateTimeOffset());
        Assert.Equal("409 FIL-301", again.Said);
        Assert.Equal(200, (await _service.Load(number, 2)).Status);
    }

    [Theory]
    [InlineData("08:59")]
    [InlineData("12:01")]
    public async Task Outside_the_window_no_truck_loads(string time)
    {
        var number = await _service.Recorded();
        _service.Move(time);

        var reply = await _service.Load(number, 1);

        Assert.Equal("409 FIL-302", reply.Said);
    }

    [Fact]
    public async Task A_revoked_filing_does_not_allow_loading()
    {
        var number = await _service.Recorded();
        _service.Move("09:30");
        await _service.Station.Post($"filings/{number}/revocation", new { reason = "x" }).MustBe(200);

        var reply = await _service.Load(number, 1);

        Assert.Equal("409 FIL-302", reply.Said);
    }

    [Fact]
    public async Task Only_the_filings_trucks_load()
    {
        var number = await _service.Recorded();
        _service.Move("09:30");

        var reply = await _service.Load(number, 1, Make.Plate(2));

        Assert.Equal("409 FIL-303", reply.Said);
    }

    [Fact]
    public async Task A_plate_with_two_colours_needs_its_colour()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        body["trucks"] = new JsonArray(Make.Ref(Make.TwoColours), Make.Ref(Make.TwoColours, "blue"));
        var number = await _service.Filed(body);
        await _service.Record(number).MustBe(200);
        _service.Move("09:30");

        var ambiguous = await _service.Load(number, 1, Make.TwoColours);
        var blue = await _service.Clerk.Post(
            $"trips/{number}-1/loading",
            new
            {
                plate = Make.TwoColours,
                colour = "blue",
                m3 = 8,
            }
        );

        Assert.Equal("422 FIL-304", ambiguous.Said);
        Assert.Equal(["/colour FIL-304"], ambiguous.Errors);
        Assert.Equal("blue", blue["colour"]);
    }

    [Fact]
    public async Task The_filings_enterprise_and_the_trucks_hauler_may_load_and_nobody_else()
    {
        var number = await _service.Recorded(trips: 2);
        _service.Move("09:30");
        var load = new { plate = Make.Plate(1), m3 = 8 };

        Assert.Equal("404 FIL-020", (await _service.Clerk2.Post($"trips/{number}-1/loading", load)).Said);
        Assert.Equal("404 FIL-020", (await _service.As("hauler2").Post($"trips/{number}-1/loading", load)).Said);
        Assert.Equal("loaded", (await _service.Hauler.Post($"trips/{number}-1/loading", load))["state"]);
        Assert.Equal("loaded", (await _service.Clerk.Post($"trips/{number}-2/loading", load))["state"]);
    }

    [Fact]
    public async Task A_hauler_loads_only_trucks_of_its_own()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        body["trucks"] = new JsonArray(Make.Ref(Make.Plate(1)), Make.Ref(Make.Plate(9)));
        var number = await _service.Filed(body);
        await _service.Record(number).MustBe(200);
        _service.Move("09:30");

        var others = await _service.Hauler.Post($"trips/{number}-1/loading", new { plate = Make.Plate(9), m3 = 8 });
        var own = await _service.As("hauler2").Post($"trips/{number}-1/loading", new { plate = Make.Plate(9), m3 = 8 });

        Assert.Equal("403 SEC-002", others.Said);
        Assert.Equal("loaded", own["state"]);
    }

    [Fact]
    public async Task An_undecided_emergency_lets_its_truck_start_and_load_with_amber_at_the_roadside()
    {
        var number = await _service.Filed(trips: 1, emergency: true);
        _service.Move("09:30");

        var check = await _service.Ask(Make.Plate(1));
        var loaded = await _service.Load(number, 1);

        Assert.Equal(("emergency", "amber"), (check.Code, check["colour"]));
        Assert.Equal("loaded", loaded["state"]);
    }

    [Fact]
    public async Task An_undecided_ordinary_filing_has_no_trips()
    {
        var number = await _service.Filed();
        _service.Move("09:30");

        var reply = await _service.Load(number, 1);

        Assert.Equal("404 FIL-020", reply.Said);
    }

    [Fact]
    public async Task The_plants_gate_finds_the_open_trips_of_a_truck()
    {
        var number = await _service.Recorded(Make.Plate(7), trips: 2);
        _service.Move("09:30");
        await _service.Load(number, 1, Make.Plate(7)).MustBe(200);

        var open = await _service.Plant.Get($"trips?plate={Uri.EscapeDataString(Make.Plate(7))}&state=loaded");

        Assert.Equal([$"{number}-1"], open.Items().Select(trip => trip.Text("id")));
    }
}
