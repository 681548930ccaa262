namespace FilingApi.Tests.Features.Orders;

/// <summary>R9's last paragraph: one trip by hand, its entry at once.</summary>
public sealed class OrderTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Theory]
    [InlineData("09:29:59.999", "too-early")]
    [InlineData("09:30:00", "filed")]
    [InlineData("12:00:00", "filed")]
    [InlineData("12:00:00.001", "too-late")]
    public async Task The_entry_runs_from_half_an_hour_before_the_departure_to_an_hour_after_the_return(string at, string code)
    {
        var order = await Published();
        _service.Move(at);

        var check = await _service.Ask(Make.Plate(1));

        Assert.Equal(code, check.Code);
        Assert.Equal(("dispatch", order["number"]), (check.Items("rests")[0].Text("source"), check.Items("rests")[0].Text("number")));
        Assert.Equal("centre", check.Body.GetProperty("call").Text("kind"));
    }

    [Fact]
    public async Task A_double_booking_is_shown_but_taken()
    {
        var filing = await _service.Recorded();

        var order = await _service.Centre.Post("orders", Make.Order(_service.At("10:00"), _service.At("11:00"), point: Make.OtherSite));

        Assert.Equal(201, order.Status);
        Assert.Equal([filing], order.Items("conflicts").Select(conflict => conflict.Text("number")));
        Assert.Matches($"^DD-{SmallTown.TownA}-{_service.Today:yyyyMMdd}-[0-9]{{4}}$", order["number"]);
    }

    [Fact]
    public async Task A_cancelled_order_reads_completed_superseded()
    {
        var order = await Published();
        _service.Move("10:30");

        var cancelled = await Cancel(order);
        var check = await _service.Ask(Make.Plate(1));

        Assert.Equal(("cancelled", "改期"), (cancelled["status"], cancelled["cancelReason"]));
        Assert.Equal(("completed", "superseded"), (check.Code, check["reason"]));
        Assert.Equal("409 DSP-202", (await Cancel(order)).Said);
    }

    [Theory]
    [InlineData(0, "200 ")]
    [InlineData(1, "409 DSP-201")]
    public async Task An_order_may_be_cancelled_until_its_entry_ends(int milliseconds, string said)
    {
        var order = await Published();
        _service.Clock.MoveTo(_service.At("12:00").AddMilliseconds(milliseconds));

        var reply = await Cancel(order);

        Assert.Equal(said, reply.Said);
    }

    [Theory]
    [InlineData("/plate FIL-110", "湘B77777", "P1", "10:00", "11:00")]
    [InlineData("/plant FIL-109", "湘A10001", "P9", "10:00", "11:00")]
    [InlineData("/return DSP-203", "湘A10001", "P1", "11:00", "10:59")]
    [InlineData("/return DSP-204", "湘A10001", "P1", "06:00", "07:00")]
    public async Task An_order_needs_a_known_truck_a_known_plant_and_an_entry_that_ends_in_the_future(
        string error,
        string plate,
        string plant,
        string departure,
        string @return
    )
    {
        var before = await _service.Rows();

        var reply = await _service.Centre.Post("orders", Make.Order(_service.At(departure), _service.At(@return), plate, plant: plant));

        Assert.Equal(422, reply.Status);
        Assert.Equal([error], reply.Errors);
        Assert.Equal(before, await _service.Rows());
    }

    [Fact]
    public async Task All_faults_of_an_order_are_reported_at_once()
    {
        var reply = await _service.Centre.Post(
            "orders",
            Make.Order(_service.At("06:30"), _service.At("06:29"), Make.Stranger, plant: "P9")
        );

        Assert.Equal(["/plant FIL-109", "/plate FIL-110", "/return DSP-203", "/return DSP-204"], reply.Errors);
    }

    [Fact]
    public async Task What_speaks_against_an_order_is_shown_but_taken()
    {
        await _service
            .Centre.Put($"fleet/trucks/{Make.PapersOver}/yellow/days/{_service.Today:yyyy-MM-dd}", new { onDuty = false })
            .MustBe(200);
        var job = (await _service.Centre.Post("jobs", Make.Job(m3: 8.001m)).MustBe(201))["id"];

        var order = await _service.Centre.Post(
            "orders",
            Make.Order(_service.At("10:00"), _service.At("11:00"), [new { job }], Make.PapersOver)
        );

        Assert.Equal(201, order.Status);
        Assert.Equal(["over-tank", "off-duty", "papers-out"], order.Items("warnings").Select(warning => warning.Text("kind")));
        Assert.Contains("8.001 m³", order.Items("warnings")[0].Text("sentence"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10:00:00", "201 ")]
    [InlineData("10:00:01", "422 DSP-213")]
    public async Task An_order_takes_at_most_24_hours(string @return, string said) =>
        Assert.Equal(
            said,
            (await _service.Centre.Post("orders", Make.Order(_service.At("10:00"), _service.At(@return, 1), Make.Plate(3)))).Said
        );

    [Fact]
    public async Task Its_trip_is_loaded_by_the_hauler_and_received_by_the_plant()
    {
        var order = await Published();
        _service.Move("10:30");

        var loaded = await _service.Hauler.Post($"trips/{order["trip"]}/loading", new { plate = Make.Plate(1), m3 = 6 });
        var received = await _service.Plant.Post(
            $"trips/{order["trip"]}/receipt",
            new
            {
                plate = Make.Plate(1),
                plant = "P1",
                m3 = 6,
            }
        );

        Assert.Equal("loaded", loaded["state"]);
        Assert.Equal("received", received["state"]);
        Assert.Equal("filed", (await _service.Ask(Make.Plate(1))).Code);
    }

    [Fact]
    public async Task A_hauler_sees_its_own_orders()
    {
        var order = await Published();

        var (own, others) = (await _service.Hauler.Get("orders"), await _service.As("hauler2").Get("orders"));

        Assert.Contains(order["number"], own.Items().Select(item => item.Text("number")));
        Assert.DoesNotContain(order["number"], others.Items().Select(item => item.Text("number")));
    }

    [Fact]
    public async Task An_unknown_order_is_not_found() =>
        Assert.Equal("404 FIL-020", (await _service.Centre.Post("orders/DD-1/cancellation", new { reason = "x" })).Said);

    private Task<Reply> Published() => _service.Centre.Post("orders", Make.Order(_service.At("10:00"), _service.At("11:00"))).MustBe(201);

    private Task<Reply> Cancel(Reply order) => _service.Centre.Post($"orders/{order["number"]}/cancellation", new { reason = "改期" });
}
