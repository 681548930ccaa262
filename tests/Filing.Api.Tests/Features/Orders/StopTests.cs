using Contracts.Register;

namespace FilingApi.Tests.Features.Orders;

/// <summary>R9 and R11 of an order with stops: at the roadside, at the gate, and when nobody receives it.</summary>
public sealed class StopTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();
    private readonly string _plate = Make.Plate(2);

    [Fact]
    public async Task Each_stop_is_a_site_and_between_them_is_a_wrong_place()
    {
        await Published(Make.Site, Make.OtherSite);
        _service.Move("10:30");

        var (first, second, between) = (await At(Make.Site), await At(Make.OtherSite), await At(new GeoPoint(28.23, 113.28)));

        Assert.Equal(("filed", "filed", "wrong-place"), (first, second, between));
    }

    [Fact]
    public async Task Every_stop_done_adds_its_load_and_a_receipt_skips_the_rest_and_opens_its_volume()
    {
        var (order, jobs) = await Published(Make.Site, Make.OtherSite, Make.PlantPoint);
        await Stop(order, 1, "begin");
        await Stop(order, 1, "done", new { m3 = 2.5 });
        await Stop(order, 2, "begin");
        await Stop(order, 2, "done", new { m3 = 3 });
        var loaded = (await _service.Plant.Get($"trips?plate={_plate}&state=loaded").MustBe(200))
            .Items()
            .Single(trip => trip.Text("number") == order);

        await Receive(order, 5.5m).MustBe(200);
        var late = await _service.Hauler.Post($"orders/{order}/stops/3/begin");
        var view = await _service.Hauler.Get($"orders/{order}").MustBe(200);
        var left = await _service.Centre.Get($"jobs/{jobs[2]}").MustBe(200);

        Assert.Equal(5.5m, loaded.GetProperty("loading").GetProperty("m3").GetDecimal());
        Assert.Equal("409 DSP-205", late.Said);
        Assert.Equal(("done", "done done skipped"), (view["status"], States(view)));
        Assert.Equal(("reported", 2m), (left["status"], left.Body.GetProperty("leftM3").GetDecimal()));
        Assert.Empty(await _service.Leads(_plate));
    }

    [Fact]
    public async Task A_rejection_closes_the_order_too()
    {
        var (order, _) = await Published(Make.Site, Make.OtherSite);
        await Stop(order, 1, "begin");
        await Stop(order, 1, "done", new { m3 = 2 });

        await _service.Plant.Post($"trips/{order}-1/rejection", new { reason = "超标" }).MustBe(200);

        var view = await _service.Hauler.Get($"orders/{order}").MustBe(200);
        Assert.Equal(("done", "done skipped"), (view["status"], States(view)));
    }

    [Theory]
    [InlineData(true, "14:30:00", false)]
    [InlineData(true, "14:30:01", true)]
    [InlineData(false, "17:00:00", false)] // the entry ends at 13:00
    [InlineData(false, "17:00:01", true)]
    public async Task The_receipt_is_waited_for_from_when_no_stop_is_open_at_the_latest_from_the_end_of_the_entry(
        bool allDone,
        string at,
        bool raised
    )
    {
        var (order, _) = await Published(Make.Site, Make.OtherSite);
        await Stop(order, 1, "begin");
        await Stop(order, 1, "done", new { m3 = 2 });
        if (allDone)
        {
            await Stop(order, 2, "skip", new { reason = "堵车" });
        }

        _service.Move(at);
        await _service.Settle();

        Assert.Equal(raised ? [$"no-receipt {order}-1"] : [], (await _service.Leads(_plate)).Where(Is(order)));
    }

    [Fact]
    public async Task Loading_the_trip_of_one_stop_is_that_stop_begun_and_done_with_its_gate()
    {
        var (one, jobs) = await Published(Make.Site);
        var (two, _) = await Published(Make.Site, Make.OtherSite);
        _service.Move("09:29");
        var early = await Load(one);
        _service.Move("10:30");
        var load = await Load(one);
        var again = await Load(one);
        var several = await Load(two);

        var view = await _service.Hauler.Get($"orders/{one}").MustBe(200);
        Assert.Equal("409 FIL-302", early.Said);
        Assert.Equal((200, "loaded"), (load.Status, load["state"]));
        Assert.Equal(("done", "done"), (view["status"], States(view)));
        Assert.Equal("done", (await _service.Centre.Get($"jobs/{jobs[0]}"))["status"]);
        Assert.Equal("409 FIL-301", again.Said);
        Assert.Equal("409 DSP-217", several.Said);
    }

    [Fact]
    public async Task Out_of_order_twice_unknown_or_of_a_cancelled_order_a_stop_is_refused()
    {
        var (order, _) = await Published(Make.Site, Make.OtherSite);
        var (cancelled, _) = await Published(Make.Site);
        await _service.Centre.Post($"orders/{cancelled}/cancellation", new { reason = "改期" }).MustBe(200);
        await Stop(order, 1, "begin");

        var second = await _service.Hauler.Post($"orders/{order}/stops/2/begin");
        var twice = await _service.Hauler.Post($"orders/{order}/stops/1/begin");
        var unknown = await _service.Hauler.Post($"orders/{order}/stops/3/begin");
        var over = await _service.Hauler.Post($"orders/{cancelled}/stops/1/begin");

        Assert.Equal(
            ["409 DSP-211", "409 DSP-210", "404 FIL-020", "409 DSP-205"],
            new[] { second, twice, unknown, over }.Select(reply => reply.Said)
        );
    }

    [Fact]
    public async Task Shares_that_do_not_add_up_leave_nothing()
    {
        var job = (await _service.Centre.Post("jobs", Make.Job()).MustBe(201))["id"];
        var before = await _service.Rows();

        var halves = await Order([new { job, m3 = 4 }, new { job, m3 = 2.001 }]);
        var work = new
        {
            section = "W9",
            point = Make.Site,
            m3 = 2,
            minutes = 10,
        };
        var tooMuch = await Order([new { job }, new { work, m3 = 2.5 }]);
        var neither = await Order([new { m3 = 1 }]);
        var both = await Order([new { job, work }]);
        var none = await Order([]);

        Assert.Equal(["/stops/1/m3 DSP-212"], halves.Errors);
        Assert.Equal(["/stops/1/m3 DSP-212"], tooMuch.Errors);
        Assert.Equal(["/stops/0/job DSP-216"], neither.Errors);
        Assert.Equal(["/stops/0/job DSP-216"], both.Errors);
        Assert.Equal(["/stops FIL-014"], none.Errors);
        Assert.Equal(before, await _service.Rows());
    }

    [Fact]
    public async Task In_a_confined_space_all_that_is_missing_is_named()
    {
        var body = Make.Job();
        body["confinedSpace"] = true;
        var job = (await _service.Centre.Post("jobs", body).MustBe(201))["id"];
        var order = (await Order([new { job }]).MustBe(201))["number"];
        _service.Move("10:30");

        var bare = await _service.Hauler.Post($"orders/{order}/stops/1/begin");
        var loaded = await Load(order!);
        var full = await _service.Hauler.Post(
            $"orders/{order}/stops/1/begin",
            new
            {
                permit = "ZY-7",
                watchers = new[] { "李四", "王五" },
                gas = new
                {
                    o2 = 20.9,
                    h2s = 1,
                    at = _service.At("10:10"),
                },
            }
        );

        Assert.Equal(["/gas DSP-215", "/permit DSP-215", "/watchers DSP-215"], bare.Errors);
        Assert.Equal("422 DSP-215", loaded.Said);
        Assert.Equal((200, "working"), (full.Status, full["status"]));
    }

    [Fact]
    public async Task Another_haulers_order_is_not_there()
    {
        var (order, _) = await Published(Make.Site);
        var other = _service.As("hauler2");

        Reply[] replies =
        [
            await other.Get($"orders/{order}"),
            await other.Post($"orders/{order}/confirmation"),
            await other.Post($"orders/{order}/decline", new { reason = "x" }),
            await other.Post($"orders/{order}/stops/1/begin"),
            await other.Post($"orders/{order}/stops/1/done", new { m3 = 1 }),
            await other.Post($"orders/{order}/stops/1/skip", new { reason = "x" }),
        ];

        Assert.All(replies, reply => Assert.Equal("404 FIL-020", reply.Said));
    }

    [Fact]
    public async Task The_centre_does_what_the_hauler_may_and_the_actor_is_kept()
    {
        var (order, _) = await Published(Make.Site);
        await _service.Centre.Post($"orders/{order}/confirmation").MustBe(200);
        _service.Move("10:30");
        await _service.Centre.Post($"trips/{order}-1/loading", new { plate = _plate, m3 = 2 }).MustBe(200);

        var view = await _service.Hauler.Get($"orders/{order}").MustBe(200);

        Assert.Equal(
            ["publish centre", "confirm centre", "begin centre", "done centre"],
            view.Items("timeline").Select(entry => $"{entry.Text("act")} {entry.Text("account")}")
        );
    }

    [Fact]
    public async Task Orders_are_listed_by_day_and_state()
    {
        var (order, _) = await Published(Make.Site);
        async Task<bool> Has(string query) =>
            (await _service.Hauler.Get($"orders?{query}").MustBe(200)).Items().Any(item => item.Text("number") == order);

        Assert.True(await Has($"date={_service.Today:yyyy-MM-dd}&status=published"));
        Assert.False(await Has($"date={_service.Today.AddDays(1):yyyy-MM-dd}"));
        Assert.False(await Has("status=done"));
    }

    private static Func<string, bool> Is(string order) => lead => lead.Contains(order, StringComparison.Ordinal);

    private static string States(Reply order) => string.Join(' ', order.Items("stops").Select(stop => stop.Text("state")));

    /// <summary>A job of 2 m³ at each point, and the order for all of them from 10:00 to 12:00.</summary>
    private async Task<(string Number, IReadOnlyList<string> Jobs)> Published(params GeoPoint[] points)
    {
        var jobs = new List<string>();
        foreach (var point in points)
        {
            jobs.Add((await _service.Centre.Post("jobs", Make.Job(2, point)).MustBe(201))["id"]!);
        }

        var order = await Order([.. jobs.Select(job => (object)new { job })]).MustBe(201);
        return (order["number"]!, jobs);
    }

    private Task<Reply> Order(object[] stops) =>
        _service.Centre.Post("orders", Make.Order(_service.At("10:00"), _service.At("12:00"), stops, _plate));

    private Task<Reply> Stop(string order, int k, string act, object? body = null)
    {
        _service.Move("10:30");
        return _service.Hauler.Post($"orders/{order}/stops/{k}/{act}", body).MustBe(200);
    }

    private Task<Reply> Load(string order) => _service.Hauler.Post($"trips/{order}-1/loading", new { plate = _plate, m3 = 2 });

    private Task<Reply> Receive(string order, decimal m3) =>
        _service.Plant.Post(
            $"trips/{order}-1/receipt",
            new
            {
                plate = _plate,
                plant = "P1",
                m3,
            }
        );

    private async Task<string?> At(GeoPoint point) =>
        (await _service.Ask(_plate, FormattableString.Invariant($"activity=working&lat={point.Lat}&lon={point.Lon}"))).Code;
}
