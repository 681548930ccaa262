namespace FilingApi.Tests.Features.Registry;

/// <summary>Who learns what of a truck.</summary>
public sealed class TruckTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task Everything_known_of_a_truck_stands_on_one_line_of_time_the_newest_first()
    {
        var number = await _service.Recorded();
        _service.Move("09:30");
        await _service.Load(number, 1).MustBe(200);
        _service.Move("10:00");
        await _service.Receive(number, 1, m3: 4).MustBe(200);

        var truck = await Truck(_service.Station);

        Assert.Equal("H1", truck.Body.GetProperty("roster").Text("owner"));
        Assert.Equal(
            [("received", number), ("lead", null), ("filing", number)],
            truck.Items().Where(IsToday).Select(one => (one.Text("kind"), one.Text("kind") == "lead" ? null : one.Text("id")))
        );
    }

    [Fact]
    public async Task An_enterprise_sees_nothing_of_what_a_truck_does_for_another()
    {
        await _service.Filed();

        var own = await Truck(_service.Clerk);
        var other = await Truck(_service.Clerk2);

        Assert.Single(own.Items(), IsToday);
        Assert.Empty(other.Items());
        Assert.Equal("H1", other.Body.GetProperty("roster").Text("owner"));
    }

    [Fact]
    public async Task Who_may_not_open_a_filing_learns_when_and_neither_which_nor_where()
    {
        await _service.Filed();

        var line = Assert.Single((await Truck(_service.Squad)).Items(), IsToday);

        Assert.Equal(_service.At("09:00"), line.GetProperty("at").GetDateTimeOffset());
        Assert.Equal((null, null), (line.Text("id"), line.Text("place")));
    }

    [Fact]
    public async Task A_hauler_sees_its_own_trucks_and_no_others()
    {
        var own = await Truck(_service.Hauler);
        var other = await Truck(_service.As("hauler2"));
        var plant = await Truck(_service.Plant);

        Assert.Equal(["200 ", "404 FIL-020", "403 SEC-002"], new[] { own, other, plant }.Select(reply => reply.Said));
    }

    [Fact]
    public async Task A_long_past_is_read_page_by_page()
    {
        for (var day = 1; day <= 51; day++)
        {
            await _service.Filed(Make.Filing(_service.At("09:00", day), _service.At("10:00", day), Make.Plate(9), submit: false));
        }

        var first = await Truck(_service.Clerk, 9);
        var second = await Truck(_service.Clerk, 9, $"?before={Uri.EscapeDataString(first["next"]!)}");

        Assert.Equal((50, 1), (first.Items().Count, second.Items().Count));
        Assert.Null(second["next"]);
    }

    private bool IsToday(System.Text.Json.JsonElement one) => one.GetProperty("at").GetDateTimeOffset() >= _service.At("00:00");

    private static Task<Reply> Truck(Api api, int n = 1, string query = "") =>
        api.Get($"trucks/{Uri.EscapeDataString(Make.Plate(n))}/yellow{query}");
}
