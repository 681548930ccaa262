using System.Text.Json;

namespace FilingApi.Tests.Features.Fleet;

/// <summary>R9's fleet: what nobody has said is assumed and says so.</summary>
public sealed class FleetTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    private string Day => $"{_service.Today:yyyy-MM-dd}";

    [Fact]
    public async Task Without_facts_a_trucks_day_is_assumed()
    {
        var truck = await Truck(_service.Hauler, Make.Plate(7));

        Assert.Equal(("08:00", "17:30", 0), (truck.Text("shiftFrom"), truck.Text("shiftTo"), truck.GetProperty("version").GetInt32()));
        Assert.Equal(["depot", "shiftFrom", "shiftTo", "kinds"], Texts(truck, "assumed"));
        Assert.Equal(["dredging", "flushing", "pumping"], Texts(truck, "kinds"));
    }

    [Fact]
    public async Task Fleet_data_of_a_truck_and_its_day_is_stored_and_versioned()
    {
        var said = new
        {
            shiftFrom = "22:00",
            shiftTo = "06:00",
            breaks = new[]
            {
                new
                {
                    from = "01:00",
                    to = "02:00",
                    minutes = 30,
                },
            },
            kinds = new[] { "pumping" },
        };
        await Put(_service.Hauler, 6, said).MustBe(200);
        var again = await Put(_service.Centre, 6, said).MustBe(200);
        await PutDay(_service.Hauler, 6, new { onDuty = true, offFrom = _service.At("10:15") }).MustBe(200);

        var truck = await Truck(_service.Centre, Make.Plate(6));

        Assert.Equal(2, again.Version);
        Assert.Equal("22:00", truck.Text("shiftFrom"));
        Assert.Equal(["depot"], Texts(truck, "assumed"));
        Assert.Equal(Make.Instant(_service.At("10:15")), truck.GetProperty("day").Text("offFrom"));
    }

    [Fact]
    public async Task A_hauler_keeps_its_own_trucks_only_and_the_centre_those_of_its_town()
    {
        var own = (await _service.Hauler.Get("fleet").MustBe(200)).Items("trucks").Select(truck => truck.Text("owner")).Distinct();
        var all = (await _service.Centre.Get("fleet").MustBe(200)).Items("trucks").Select(truck => truck.Text("owner")).Distinct();
        var other = await Put(_service.As("hauler2"), 6, new { shiftFrom = "08:00", shiftTo = "16:00" });

        Assert.Equal(["H1"], own);
        Assert.Equal(["H1", "H2"], all.Order());
        Assert.Equal("404 FIL-020", other.Said);
    }

    [Theory]
    [InlineData("""{ "shiftFrom": "08:00", "shiftTo": "08:00" }""", "/shiftTo DSP-220")]
    [InlineData("""{ "shiftFrom": "8", "shiftTo": "25:00" }""", "/shiftFrom FIL-003 /shiftTo FIL-003")]
    [InlineData("""{ "shiftFrom": "08:00", "shiftTo": "16:00", "depot": "D0" }""", "/depot FIL-027")]
    [InlineData(
        """{ "shiftFrom": "08:00", "shiftTo": "16:00", "breaks": [ { "from": "16:00", "to": "17:00", "minutes": 30 } ] }""",
        "/breaks/0 DSP-222"
    )]
    public async Task Bad_facts_of_a_truck_are_named(string body, string errors) =>
        Assert.Equal(errors, string.Join(' ', (await Put(_service.Hauler, 5, JsonElement.Parse(body))).Errors));

    [Theory]
    [InlineData("""{ "onDuty": true, "shiftFrom": "08:00" }""", "/shiftTo DSP-221")]
    [InlineData("""{ "onDuty": false, "shiftFrom": "08:00", "shiftTo": "09:00" }""", "/shiftFrom DSP-224")]
    [InlineData("""{ "onDuty": true, "offFrom": "2026-01-01T08:00:00+08:00" }""", "/offFrom DSP-223")]
    public async Task Bad_facts_of_a_day_are_named(string body, string errors) =>
        Assert.Equal(errors, string.Join(' ', (await PutDay(_service.Hauler, 5, JsonElement.Parse(body))).Errors));

    [Fact]
    public async Task A_day_that_is_none_and_a_truck_or_plant_that_is_unknown_are_refused()
    {
        var day = await _service.Hauler.Put($"fleet/trucks/{Make.Plate(5)}/yellow/days/2026-02-30", new { onDuty = true });
        var truck = await _service.Hauler.Put($"fleet/trucks/{Make.Stranger}/yellow", new { shiftFrom = "08:00", shiftTo = "16:00" });
        var plant = await _service.Centre.Put("fleet/plants/P0", new { bays = 2 });

        Assert.Equal(("422 FIL-017", "404 FIL-020", "404 FIL-020"), (day.Said, truck.Said, plant.Said));
    }

    [Fact]
    public async Task The_centre_says_what_a_plant_takes_and_when_it_is_closed()
    {
        var fleet = await _service.Centre.Put("fleet/plants/P2", new { bays = 2, m3 = 60 }).MustBe(200);
        await _service.Centre.Put($"fleet/plants/P2/days/{Day}", new { open = true, closedFrom = _service.At("14:00") }).MustBe(200);
        var backwards = await _service.Centre.Put("fleet/plants/P2", new { opens = "20:00", closes = "06:00" });
        var closed = await _service.Centre.Put(
            $"fleet/plants/P2/days/{Day}",
            new
            {
                open = false,
                opens = "08:00",
                closes = "09:00",
            }
        );

        var plant = (await _service.Centre.Get($"fleet?date={Day}").MustBe(200)).Items("plants").Single(row => row.Text("code") == "P2");

        Assert.Equal(["opens", "closes"], Texts(fleet.Body, "assumed"));
        Assert.Equal(["/closes DSP-220"], backwards.Errors);
        Assert.Equal(["/opens DSP-224"], closed.Errors);
        Assert.Equal(Make.Instant(_service.At("14:00")), plant.GetProperty("day").Text("closedFrom"));
    }

    private static IEnumerable<string?> Texts(JsonElement element, string member) =>
        element.GetProperty(member).EnumerateArray().Select(item => item.GetString());

    private async Task<JsonElement> Truck(Api api, string plate) =>
        (await api.Get($"fleet?date={Day}").MustBe(200)).Items("trucks").First(row => row.Text("plate") == plate);

    private static Task<Reply> Put(Api api, int plate, object body) => api.Put($"fleet/trucks/{Make.Plate(plate)}/yellow", body);

    private Task<Reply> PutDay(Api api, int plate, object body) => api.Put($"fleet/trucks/{Make.Plate(plate)}/yellow/days/{Day}", body);
}
