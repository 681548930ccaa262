using System.Globalization;
using Contracts.Register;

namespace FilingApi.Tests.Features.Trips;

/// <summary>The leads of R11, each raised when it should be, once, and not otherwise.</summary>
public sealed class LeadTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Theory]
    [InlineData("8.8", "P1")]
    [InlineData("8.801", "P1", "volume-mismatch")]
    [InlineData("8", "P2", "other-plant")]
    [InlineData("7", "P3", "other-plant", "volume-mismatch")]
    public async Task A_receipt_raises_what_it_shows(string m3, string plant, params string[] kinds)
    {
        var number = await Loaded();

        await _service.Receive(number, 1, m3: decimal.Parse(m3, CultureInfo.InvariantCulture), plant: plant).MustBe(200);

        Assert.Equal(kinds.Select(kind => $"{kind} {number}-1"), await _service.Leads(Make.Plate(1)));
    }

    [Fact]
    public async Task A_receipt_exactly_four_hours_after_the_loading_raises_nothing()
    {
        var number = await Loaded();
        _service.Move("13:30");

        await _service.Receive(number, 1).MustBe(200);
        _service.Move("15:00");
        await _service.Settle();

        Assert.Empty(await _service.Leads(Make.Plate(1)));
    }

    [Fact]
    public async Task A_moment_late_the_lead_is_dated_by_its_deadline_and_a_receipt_does_not_remove_it()
    {
        var number = await Loaded();
        _service.Clock.MoveTo(_service.At("13:30").AddMilliseconds(1));

        await _service.Receive(number, 1).MustBe(200);

        Assert.Equal([$"no-receipt {number}-1"], await _service.Leads(Make.Plate(1)));
        var lead = (await _service.Squad.Get("leads?kind=no-receipt")).Items().Single(item => item.Text("trip") == $"{number}-1");
        Assert.Equal(_service.At("13:30"), lead.GetProperty("raisedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_rejection_in_time_answers_for_the_load()
    {
        var number = await Loaded();
        _service.Move("13:00");

        await _service.Plant.Post($"trips/{number}-1/rejection", new { reason = "x" }).MustBe(200);
        _service.Move("15:00");
        await _service.Settle();

        Assert.Empty(await _service.Leads(Make.Plate(1)));
    }

    [Fact]
    public async Task Without_any_further_act_the_lead_appears_by_itself()
    {
        var number = await Loaded();
        _service.Move("15:00");

        await _service.Settle();

        Assert.Equal([$"no-receipt {number}-1"], await _service.Leads(Make.Plate(1)));
    }

    [Fact]
    public async Task A_load_without_a_trip_and_without_a_record_is_an_unfiled_load()
    {
        var reply = await _service.Plant.Post(
            "receipts",
            new
            {
                plate = Make.Stranger,
                plant = "P1",
                m3 = 5,
            }
        );

        Assert.Equal(201, reply.Status);
        Assert.Equal("not-filed", reply["verdict"]);
        Assert.Equal(["unfiled-load"], await _service.Leads(Make.Stranger));
    }

    [Fact]
    public async Task A_load_without_a_trip_on_a_valid_record_raises_nothing_ends_nothing_and_shows_the_open_trips()
    {
        var number = await Loaded(Make.Plate(6));

        var reply = await _service.Plant.Post(
            "receipts",
            new
            {
                plate = Make.Plate(6),
                plant = "P1",
                m3 = 5,
            }
        );

        Assert.Equal("filed", reply["verdict"]);
        Assert.Equal([$"{number}-1"], reply.Items("openTrips").Select(trip => trip.Text("id")));
        Assert.Empty(await _service.Leads(Make.Plate(6)));
        Assert.Equal("filed", (await _service.Ask(Make.Plate(6))).Code);
        Assert.Equal("recorded", (await _service.Filing(number))["status"]);
    }

    [Fact]
    public async Task At_a_plant_that_was_not_filed_it_is_an_unfiled_load()
    {
        await Loaded();

        var reply = await _service
            .As("plant2")
            .Post(
                "receipts",
                new
                {
                    plate = Make.Plate(1),
                    plant = "P2",
                    m3 = 5,
                }
            );

        Assert.Equal("wrong-plant", reply["verdict"]);
        Assert.Equal(["unfiled-load"], await _service.Leads(Make.Plate(1)));
    }

    [Fact]
    public async Task An_undecided_emergency_is_amber_and_no_lead()
    {
        await _service.Filed(emergency: true);
        _service.Move("09:30");

        var reply = await _service.Plant.Post(
            "receipts",
            new
            {
                plate = Make.Plate(1),
                plant = "P1",
                m3 = 5,
            }
        );

        Assert.Equal("emergency", reply["verdict"]);
        Assert.Empty(await _service.Leads(Make.Plate(1)));
    }

    [Fact]
    public async Task A_receipt_on_a_trip_is_never_an_unfiled_load()
    {
        var number = await Loaded();
        await _service.Station.Post($"filings/{number}/revocation", new { reason = "x" }).MustBe(200);

        await _service.Receive(number, 1).MustBe(200);

        Assert.Empty(await _service.Leads(Make.Plate(1)));
    }

    [Fact]
    public async Task Weights_of_an_arrival_must_agree_too()
    {
        var reply = await _service.Plant.Post(
            "receipts",
            new
            {
                plate = Make.Stranger,
                colour = PlateColour.Blue.Wire(),
                plant = "P1",
                m3 = 5,
                gross = 10,
                tare = 5,
                net = 6,
            }
        );

        Assert.Equal("422 FIL-308", reply.Said);
        Assert.Empty(await _service.Leads(Make.Stranger));
    }

    private async Task<string> Loaded(string? plate = null)
    {
        var number = await _service.Recorded(plate);
        _service.Move("09:30");
        await _service.Load(number, 1, plate).MustBe(200);
        return number;
    }
}
