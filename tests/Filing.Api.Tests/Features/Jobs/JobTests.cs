using Contracts.Register;

namespace FilingApi.Tests.Features.Jobs;

/// <summary>R9's job as the centre works with it.</summary>
public sealed class JobTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_job_keeps_its_input_and_can_be_changed_until_it_is_ordered()
    {
        var body = Make.Job();
        (body["kind"], body["priority"], body["hard"], body["confinedSpace"]) = ("pumping", "urgent", true, true);
        (body["equipment"], body["note"]) = (new System.Text.Json.Nodes.JsonArray("高压车"), "井盖重");
        var job = await _service.Centre.Post("jobs", body).MustBe(201);
        var changed = await _service.Centre.Put($"jobs/{job["id"]}", Make.Job(7.5m), ("If-Match", job.ETag!)).MustBe(200);
        await Order(job["id"]!).MustBe(201);

        var givenOut = await _service.Centre.Put($"jobs/{job["id"]}", Make.Job());

        Assert.Equal(("pumping", "urgent", "True", "6"), (job["kind"], job["priority"], job["hard"], job["leftM3"]));
        Assert.Equal(("dredging", "7.5", "7.5"), (changed["kind"], changed["m3"], changed["leftM3"]));
        Assert.Equal("409 DSP-214", givenOut.Said);
    }

    [Fact]
    public async Task Its_volume_is_open_again_when_the_order_is_declined()
    {
        var job = (await _service.Centre.Post("jobs", Make.Job()).MustBe(201))["id"]!;
        var order = await Order(job).MustBe(201);
        var published = await _service.Centre.Get($"jobs/{job}").MustBe(200);

        await _service.Hauler.Post($"orders/{order["number"]}/decline", new { reason = "车坏" }).MustBe(200);
        var declined = await _service.Centre.Get($"jobs/{job}").MustBe(200);
        var check = await _service.Ask(Make.Plate(1));

        Assert.Equal(("published", 0m), (published["status"], Left(published)));
        Assert.Equal(("reported", 6m), (declined["status"], Left(declined)));
        Assert.True(declined.Version > published.Version);
        Assert.Equal(["report", "publish", "decline"], declined.Items("timeline").Select(entry => entry.Text("act")));
        Assert.NotEqual("filed", check.Code);
    }

    [Fact]
    public async Task A_job_that_was_taken_back_can_no_longer_begin()
    {
        var job = (await _service.Centre.Post("jobs", Make.Job()).MustBe(201))["id"]!;
        var order = (await Order(job).MustBe(201))["number"];
        var cancelled = await _service.Centre.Post($"jobs/{job}/cancellation", new { reason = "重复" }).MustBe(200);
        _service.Move("10:30");

        var begin = await _service.Hauler.Post($"orders/{order}/stops/1/begin");
        var loaded = await _service.Hauler.Post($"trips/{order}-1/loading", new { plate = Make.Plate(1), m3 = 2 });

        Assert.Equal(("cancelled", 0m), (cancelled["status"], Left(cancelled)));
        Assert.Equal(("409 DSP-218", "409 DSP-218"), (begin.Said, loaded.Said));
    }

    [Fact]
    public async Task A_job_that_has_begun_is_not_taken_back()
    {
        var job = (await _service.Centre.Post("jobs", Make.Job()).MustBe(201))["id"]!;
        var order = (await Order(job).MustBe(201))["number"];
        _service.Move("10:30");
        await _service.Hauler.Post($"orders/{order}/stops/1/begin").MustBe(200);

        var reply = await _service.Centre.Post($"jobs/{job}/cancellation", new { reason = "重复" });
        var cancelled = await _service.Centre.Post($"orders/{order}/cancellation", new { reason = "重复" });

        Assert.Equal(("409 DSP-214", "409 DSP-205"), (reply.Said, cancelled.Said));
    }

    [Fact]
    public async Task Work_that_is_given_out_with_an_order_becomes_a_job()
    {
        var order = await _service.Centre.Post("orders", Make.Order(_service.At("10:00"), _service.At("11:00"))).MustBe(201);

        var job = await _service.Centre.Get($"jobs/{order.Items("stops")[0].Text("job")}").MustBe(200);

        Assert.Equal(("published", 0m), (job["status"], Left(job)));
        Assert.Equal((order["number"], "planned"), (job.Items("stops")[0].Text("order"), job.Items("stops")[0].Text("state")));
    }

    [Theory]
    [InlineData("08:00", 0, "20:00", 1, "..xx.")]
    [InlineData("08:00", 1, null, 0, "...xx")]
    [InlineData(null, 0, "20:00", 1, "..xx.")]
    [InlineData(null, 0, null, 0, "..xxx")]
    public async Task A_job_belongs_to_every_day_that_its_bounds_touch(
        string? earliest,
        int earliestDay,
        string? latest,
        int latestDay,
        string days
    )
    {
        var body = Make.Job();
        body["earliest"] = earliest is null ? null : Make.Instant(_service.At(earliest, earliestDay));
        body["latest"] = latest is null ? null : Make.Instant(_service.At(latest, latestDay));
        var id = (await _service.Centre.Post("jobs", body).MustBe(201))["id"];

        var found = "";
        for (var day = -2; day <= 2; day++)
        {
            var list = await _service.Centre.Get($"jobs?status=reported&date={_service.Today.AddDays(day):yyyy-MM-dd}").MustBe(200);
            found += list.Items().Any(job => job.Text("id") == id) ? "x" : ".";
        }

        Assert.Equal(days, found);
    }

    [Theory]
    [InlineData("m3", "0", "/m3 FIL-011")]
    [InlineData("minutes", "0", "/minutes FIL-011")]
    [InlineData("kind", "\"sweeping\"", "/kind FIL-003")]
    [InlineData("crew", "[\"\"]", "/crew/0 FIL-010")]
    [InlineData("datum", "\"mars\"", "/datum FIL-003")]
    public async Task Bad_input_is_named_by_its_pointer(string member, string value, string error)
    {
        var body = Make.Job();
        body[member] = System.Text.Json.Nodes.JsonNode.Parse(value);

        Assert.Equal([error], (await _service.Centre.Post("jobs", body)).Errors);
    }

    [Fact]
    public async Task A_point_in_gcj02_is_converted()
    {
        var body = Make.Job(point: FilingApi.Domain.Datums.ToGcj02(Make.Site));
        body["datum"] = "gcj02";

        var job = await _service.Centre.Post("jobs", body).MustBe(201);

        var point = job.Body.GetProperty("point");
        var stored = new GeoPoint(point.GetProperty("lat").GetDouble(), point.GetProperty("lon").GetDouble());
        Assert.True(stored.MetresTo(Make.Site) < 1);
    }

    private static decimal Left(Reply job) => job.Body.GetProperty("leftM3").GetDecimal();

    private Task<Reply> Order(string job) =>
        _service.Centre.Post("orders", Make.Order(_service.At("10:00"), _service.At("11:00"), [new { job }]));
}
