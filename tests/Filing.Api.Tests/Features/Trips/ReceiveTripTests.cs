namespace FilingApi.Tests.Features.Trips;

public sealed class ReceiveTripTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task The_last_receipt_completes_the_filing_and_ends_its_entries_at_that_moment()
    {
        var number = await Loaded(trips: 2);
        await _service.Load(number, 2).MustBe(200);
        _service.Move("10:00");

        var first = await _service.Receive(number, 1);
        var open = await _service.Ask(Make.Plate(1));
        _service.Move("10:30");
        await _service.Receive(number, 2).MustBe(200);
        var filing = await _service.Filing(number);

        Assert.Equal(
            ("received", _service.At("10:00")),
            (first["state"], first.Body.GetProperty("receipt").GetProperty("at").GetDateTimeOffset())
        );
        Assert.Equal("filed", open.Code);
        Assert.Equal("completed", filing["status"]);
        Assert.Equal("complete", filing.Items("timeline")[^1].Text("act"));
        Assert.Equal(("completed", "completed"), ((await _service.Ask(Make.Plate(1))).Code, (await _service.Ask(Make.Plate(1)))["reason"]));
        Assert.Equal(
            "filed",
            (await _service.Ask(Make.Plate(1), $"at={Uri.EscapeDataString(Make.Instant(_service.At("10:30").AddMilliseconds(-1)))}")).Code
        );
    }

    [Fact]
    public async Task Also_a_receipt_after_the_window_completes()
    {
        var number = await Loaded();
        _service.Move("12:30");
        var before = (await _service.Filing(number))["status"];

        await _service.Receive(number, 1).MustBe(200);

        Assert.Equal("expired", before);
        Assert.Equal("completed", (await _service.Filing(number))["status"]);
    }

    [Fact]
    public async Task A_filing_with_a_rejected_trip_does_not_complete()
    {
        var number = await Loaded(trips: 2);
        await _service.Load(number, 2).MustBe(200);

        var rejected = await _service.Plant.Post($"trips/{number}-1/rejection", new { reason = "含油" });
        await _service.Receive(number, 2).MustBe(200);

        Assert.Equal(("rejected", "P1"), (rejected["state"], rejected.Body.GetProperty("receipt").Text("plant")));
        Assert.Equal("含油", rejected.Body.GetProperty("receipt").Text("rejection"));
        Assert.Equal("recorded", (await _service.Filing(number))["status"]);
    }

    [Fact]
    public async Task A_trip_that_was_received_or_rejected_is_closed_and_one_that_was_not_loaded_is_not_open()
    {
        var number = await Loaded(trips: 3);
        await _service.Load(number, 2).MustBe(200);
        await _service.Receive(number, 1).MustBe(200);
        await _service.Plant.Post($"trips/{number}-2/rejection", new { plant = "P1", reason = "x" }).MustBe(200);

        var replies = new[]
        {
            await _service.Receive(number, 1),
            await _service.Plant.Post($"trips/{number}-1/rejection", new { reason = "x" }),
            await _service.Receive(number, 2),
            await _service.Receive(number, 3),
            await _service.Plant.Post($"trips/{number}-3/rejection", new { reason = "x" }),
        };

        Assert.Equal(["409 FIL-306", "409 FIL-306", "409 FIL-306", "409 FIL-305", "409 FIL-305"], replies.Select(reply => reply.Said));
    }

    [Fact]
    public async Task Another_plate_is_refused_raises_a_lead_once_and_leaves_the_trip_open()
    {
        var number = await Loaded();

        var wrongPlateAndWeights = new
        {
            plate = Make.Plate(2),
            plant = "P1",
            m3 = 8,
            gross = 10,
            tare = 1,
            net = 1,
        };
        var refused = await _service.Plant.Post($"trips/{number}-1/receipt", wrongPlateAndWeights);
        var again = await _service.Receive(number, 1, Make.Plate(2));
        var leads = await _service.Leads(Make.Plate(2));

        Assert.Equal("409 FIL-307", refused.Said);
        Assert.Equal("409 FIL-307", again.Said);
        Assert.Equal([$"plate-mismatch {number}-1"], leads);
        Assert.Equal("received", (await _service.Receive(number, 1))["state"]);
    }

    [Fact]
    public async Task Weights_that_do_not_agree_are_refused_and_nothing_is_received()
    {
        var number = await Loaded();

        var reply = await _service.Plant.Post(
            $"trips/{number}-1/receipt",
            new
            {
                plate = Make.Plate(1),
                plant = "P1",
                m3 = 8,
                gross = 18_000,
                tare = 9_900,
                net = 8_000,
            }
        );

        Assert.Equal("422 FIL-308", reply.Said);
        Assert.Equal(["/net FIL-308"], reply.Errors);
        Assert.Equal("loaded", (await _service.Filing(number)).Items("trips")[0].Text("state"));
    }

    [Fact]
    public async Task A_plant_acts_in_its_own_name_only()
    {
        var number = await Loaded();

        var receipt = await _service.Plant.Post(
            $"trips/{number}-1/receipt",
            new
            {
                plate = Make.Plate(1),
                plant = "P2",
                m3 = 8,
            }
        );
        var rejection = await _service.Plant.Post($"trips/{number}-1/rejection", new { plant = "P2", reason = "x" });
        var arrival = await _service.Plant.Post(
            "receipts",
            new
            {
                plate = Make.Plate(1),
                plant = "P2",
                m3 = 8,
            }
        );

        Assert.All(new[] { receipt, rejection, arrival }, reply => Assert.Equal("403 SEC-006", reply.Said));
    }

    [Fact]
    public async Task A_load_taken_before_a_revocation_is_still_received_and_the_status_stays()
    {
        var number = await Loaded();
        await _service.Station.Post($"filings/{number}/revocation", new { reason = "x" }).MustBe(200);

        var received = await _service.Receive(number, 1);

        Assert.Equal("received", received["state"]);
        Assert.Equal("revoked", (await _service.Filing(number))["status"]);
        Assert.Equal("revoked", (await _service.Ask(Make.Plate(1))).Code);
    }

    [Fact]
    public async Task An_emergency_whose_trips_were_all_received_is_completed_by_its_record()
    {
        var number = await _service.Filed(emergency: true);
        _service.Move("09:30");
        await _service.Load(number, 1).MustBe(200);
        await _service.Receive(number, 1).MustBe(200);
        var undecided = (await _service.Filing(number))["status"];

        var recorded = await _service.Record(number);

        Assert.Equal("submitted", undecided);
        Assert.Equal("completed", recorded["status"]);
        Assert.Equal(["submit", "record", "complete"], recorded.Items("timeline").Select(entry => entry.Text("act")));
        Assert.Equal("completed", (await _service.Ask(Make.Plate(1))).Code);
    }

    private async Task<string> Loaded(int trips = 1)
    {
        var number = await _service.Recorded(trips: trips);
        _service.Move("09:30");
        await _service.Load(number, 1).MustBe(200);
        return number;
    }

    [Fact]
    public async Task Weights_that_cannot_be_are_refused_and_the_net_weight_is_worked_out()
    {
        var number = await Loaded();
        Task<Reply> Weighed(int gross, int tare) =>
            _service.Plant.Post(
                $"trips/{number}-1/receipt",
                new
                {
                    plate = Make.Plate(1),
                    plant = "P1",
                    m3 = 8,
                    gross,
                    tare,
                }
            );

        var swapped = await Weighed(8_000, 18_000);
        var tonnes = await Weighed(8, 12_000);
        var good = await Weighed(18_000, 9_900);

        Assert.Equal(["/gross FIL-309"], swapped.Errors);
        Assert.Equal(["/gross FIL-309", "/gross FIL-310"], tonnes.Errors);
        Assert.Equal(8_100, good.Must(200).Body.GetProperty("receipt").GetProperty("net").GetInt32());
    }

    [Fact]
    public async Task The_weights_of_an_arrival_are_looked_at_the_same_way()
    {
        Task<Reply> Weighed(int gross, int tare) =>
            _service.Plant.Post(
                "receipts",
                new
                {
                    plate = Make.Plate(9),
                    colour = "yellow",
                    plant = "P1",
                    m3 = 3,
                    gross,
                    tare,
                }
            );

        Assert.Equal(["/gross FIL-309"], (await Weighed(8_000, 18_000)).Errors);
        Assert.Equal("10000", (await Weighed(18_000, 8_000)).Must(201)["net"]);
    }
}
