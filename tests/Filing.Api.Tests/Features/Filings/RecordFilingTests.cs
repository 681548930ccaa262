using System.Text.Json.Nodes;
using Contracts.Register;

namespace FilingApi.Tests.Features.Filings;

public sealed class RecordFilingTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_recorded_filing_is_on_the_register_at_once_and_has_its_trips()
    {
        var number = await _service.Filed(trips: 2);
        _service.Move("09:30");

        var reply = await _service.Record(number, new { conditions = "夜间不得作业" });
        var check = await _service.Ask(Make.Plate(1));

        Assert.Equal("recorded", reply["status"]);
        Assert.Equal("filed", check.Code);
        Assert.Equal(
            [$"{number}-1 planned", $"{number}-2 planned"],
            reply.Items("trips").Select(trip => $"{trip.Text("id")} {trip.Text("state")}")
        );
        Assert.Equal(["submit clerk E1 08:00", "record station S1 09:30"], Timeline(reply));
        Assert.Equal("夜间不得作业", reply.Items("timeline")[1].GetProperty("detail").Text("conditions"));
    }

    [Fact]
    public async Task A_conflicting_filing_is_recorded_only_with_a_reason()
    {
        var other = await _service.Recorded();
        var number = await _service.Filed(Here(Make.OtherSite));
        var before = await _service.Rows();

        var refused = await _service.Record(number);
        var still = await _service.Filing(number);
        var blank = await _service.Record(number, new { overrideReason = "  " });
        var unchanged = await _service.Rows();
        var recorded = await _service.Record(number, new { overrideReason = "两处相邻，先后作业" });

        Assert.Equal("409 FIL-202", refused.Said);
        Assert.Contains(other, refused["detail"], StringComparison.Ordinal);
        Assert.Equal("409 FIL-202", blank.Said);
        Assert.Equal(("submitted", 2), (still["status"], still.Version));
        Assert.Equal(before, unchanged);
        Assert.Equal(200, recorded.Status);
        Assert.Equal("两处相邻，先后作业", recorded.Items("timeline")[^1].GetProperty("detail").Text("reason"));
    }

    [Fact]
    public async Task The_reviewer_sees_each_conflict_first()
    {
        var undecided = await _service.Filed();
        var number = await _service.Filed(Here(Make.OtherSite));

        var conflict = Assert.Single((await _service.Station.Get($"filings/{number}")).Items("conflicts"));

        Assert.Equal((undecided, Make.Plate(1), "submitted"), (conflict.Text("number"), conflict.Text("plate"), conflict.Text("status")));
        Assert.InRange(conflict.GetProperty("distanceM").GetDouble(), 4000, 5000);
    }

    [Theory]
    [InlineData(0.0000089, 200)] // 0.99 m further north
    [InlineData(0.0000091, 409)] // 1.01 m
    public async Task The_same_place_within_a_metre_is_no_conflict(double north, int status)
    {
        await _service.Recorded();
        var number = await _service.Filed(Here(Make.Site with { Lat = Make.Site.Lat + north }));

        var reply = await _service.Record(number);

        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData(0, 409)]
    [InlineData(1, 200)]
    public async Task Windows_that_share_their_boundary_moment_are_in_conflict(int milliseconds, int status)
    {
        await _service.Recorded();
        var number = await _service.Filed(
            Make.Filing(_service.At("12:00").AddMilliseconds(milliseconds), _service.At("15:00"), site: Make.OtherSite)
        );

        var reply = await _service.Record(number);

        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData("09:00", "12:00", 200)] // the hours it was first filed for
    [InlineData("13:00", "16:00", 409)]
    public async Task A_filing_that_was_corrected_is_in_conflict_where_it_is_now(string from, string to, int status)
    {
        var other = await _service.Filed();
        await _service.Station.Post($"filings/{other}/return", new { defects = new[] { "作业时段不合理" } }).MustBe(200);
        await _service.Clerk.Put($"filings/{other}", Make.Filing(_service.At("13:00"), _service.At("16:00"))).MustBe(200);
        await _service.Clerk.Post($"filings/{other}/submission").MustBe(200);
        var number = await _service.Filed(Make.Filing(_service.At(from), _service.At(to), site: Make.OtherSite));

        var reply = await _service.Record(number);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task An_order_of_the_centre_is_a_conflict_until_it_is_cancelled()
    {
        var order = (
            await _service.Centre.Post("orders", Make.Order(_service.At("10:00"), _service.At("11:00"), point: Make.OtherSite)).MustBe(201)
        )["number"]!;
        var number = await _service.Filed();

        var refused = await _service.Record(number);
        await _service.Centre.Post($"orders/{order}/cancellation", new { reason = "改期" }).MustBe(200);
        var recorded = await _service.Record(number);

        Assert.Equal("409 FIL-202", refused.Said);
        Assert.Contains(order, refused["detail"], StringComparison.Ordinal);
        Assert.Equal(200, recorded.Status);
    }

    [Fact]
    public async Task Conflicts_are_found_truck_by_truck_and_by_colour()
    {
        var two = Here(Make.Site);
        two["trucks"] = new JsonArray(Make.Ref(Make.Plate(2)), Make.Ref(Make.Plate(3)));
        var other = await _service.Filed(two);
        var third = Here(Make.OtherSite);
        third["trucks"] = new JsonArray(Make.Ref(Make.Plate(1)), Make.Ref(Make.Plate(3)));
        var yellow = await _service.Filed(Make.Filing(_service.At("09:00"), _service.At("12:00"), Make.TwoColours));
        var blue = Here(Make.OtherSite);
        blue["trucks"] = new JsonArray(Make.Ref(Make.TwoColours, "blue"));
        var (numberOfThird, numberOfBlue) = (await _service.Filed(third), await _service.Filed(blue));

        var conflicts = (await _service.Station.Get($"filings/{numberOfThird}")).Items("conflicts");

        Assert.Equal([(other, Make.Plate(3))], conflicts.Select(conflict => (conflict.Text("number")!, conflict.Text("plate")!)));
        Assert.Equal(409, (await _service.Record(numberOfThird)).Status);
        Assert.Equal(200, (await _service.Record(yellow)).Status);
        Assert.Equal(200, (await _service.Record(numberOfBlue)).Status);
    }

    [Theory]
    [InlineData("return", """{ "defects": ["x"] }""", 200)]
    [InlineData("refusal", """{ "reason": "x" }""", 200)]
    [InlineData("", "", 409)]
    public async Task What_was_turned_down_is_no_conflict_any_more(string act, string body, int status)
    {
        var other = await _service.Filed();
        var number = await _service.Filed(Here(Make.OtherSite));
        if (act.Length > 0)
        {
            (await _service.Station.PostText($"filings/{other}/{act}", body)).Must(200);
        }

        var reply = await _service.Record(number);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task After_its_window_a_filing_is_not_recorded_but_can_be_refused()
    {
        var number = await _service.Filed();
        _service.Move("12:00");
        _service.Clock.MoveTo(_service.At("12:00").AddMilliseconds(1));

        var late = await _service.Record(number);
        var refused = await _service.Station.Post($"filings/{number}/refusal", new { reason = "时段已过" });

        Assert.Equal("409 FIL-203", late.Said);
        Assert.Equal("refused", refused["status"]);
    }

    [Fact]
    public async Task A_recorded_filing_expires_after_its_window_and_is_then_neither_revoked_nor_withdrawn()
    {
        var number = await _service.Recorded();
        _service.Move("12:01");

        var (revoked, withdrawn) = (
            await _service.Station.Post($"filings/{number}/revocation", new { reason = "x" }),
            await _service.Clerk.Post($"filings/{number}/withdrawal")
        );

        Assert.Equal("409 FIL-201", revoked.Said);
        Assert.Equal("409 FIL-201", withdrawn.Said);
        Assert.Equal("expired", (await _service.Filing(number))["status"]);
        Assert.Equal("too-late", (await _service.Ask(Make.Plate(1))).Code);
    }

    private JsonObject Here(GeoPoint site) => Make.Filing(_service.At("09:00"), _service.At("12:00"), site: site);

    private static IEnumerable<string> Timeline(Reply filing) =>
        filing
            .Items("timeline")
            .Select(entry =>
                $"{entry.Text("act")} {entry.Text("account")} {entry.Text("organisation")} "
                + $"{entry.GetProperty("at").GetDateTimeOffset():HH:mm}"
            );
}
