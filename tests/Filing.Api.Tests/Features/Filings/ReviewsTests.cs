using System.Text.Json.Nodes;

namespace FilingApi.Tests.Features.Filings;

/// <summary>The station's inbox is filled by the bus, town by town, and what is undecided at its due moment is escalated (R8).</summary>
public sealed class ReviewsTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_filing_for_another_town_waits_with_that_towns_station_alone()
    {
        var number = await _service.Filed(InTownB());
        await _service.Settle();

        var (mine, theirs) = (await Waiting(_service.Station), await Waiting(_service.StationB));

        Assert.StartsWith($"XW-{SmallTown.TownB}-", number, StringComparison.Ordinal);
        Assert.DoesNotContain(number, mine);
        Assert.Contains(number, theirs);
        Assert.Equal("404 FIL-020", (await _service.Station.Get($"filings/{number}")).Said);
        Assert.Equal("404 FIL-020", (await _service.Record(number)).Said);
        Assert.Equal("recorded", (await _service.StationB.Post($"filings/{number}/record"))["status"]);
    }

    [Fact]
    public async Task A_check_asks_the_whole_installation_and_names_the_towns_own_station()
    {
        var number = await _service.Filed(InTownB());
        await _service.StationB.Post($"filings/{number}/record").MustBe(200);
        _service.Move("09:30");

        var check = await _service.Ask(Make.Plate(5));

        Assert.Equal("filed", check.Code);
        Assert.Equal("station S2", check.Body.GetProperty("call").Text("name"));
    }

    [Theory]
    [InlineData("record", "{}")]
    [InlineData("return", """{ "defects": ["x"] }""")]
    [InlineData("refusal", """{ "reason": "x" }""")]
    public async Task A_decision_takes_the_filing_out_of_the_inbox(string act, string body)
    {
        var number = await _service.Filed();
        await _service.Settle();
        var before = await Waiting(_service.Station);

        (await _service.Station.PostText($"filings/{number}/{act}", body)).Must(200);
        await _service.Settle();

        Assert.Contains(number, before);
        Assert.DoesNotContain(number, await Waiting(_service.Station));
    }

    [Fact]
    public async Task A_filing_submitted_again_waits_again()
    {
        var number = await _service.Filed();
        await _service.Station.Post($"filings/{number}/return", new { defects = new[] { "x" } }).MustBe(200);
        await _service.Clerk.Post($"filings/{number}/submission").MustBe(200);
        await _service.Settle();

        var inbox = await _service.Station.Get("reviews");

        Assert.Equal(1, inbox.Items().Count(item => item.Text("number") == number));
        Assert.Equal(inbox.Items().Count, inbox.Body.GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task An_undecided_filing_is_escalated_at_its_due_moment_and_shown_overdue()
    {
        var number = await _service.Filed(emergency: true);
        await _service.Settle();
        _service.Move("10:00");
        var atDue = await _service.Filing(number);
        _service.Clock.MoveTo(_service.At("10:00").AddMilliseconds(1));
        await _service.Settle();

        var late = await _service.Supervisor.Get($"filings/{number}");
        var inbox = await _service.Supervisor.Get("reviews");
        await _service.Record(number).MustBe(200);

        Assert.Equal(("False", null), (atDue["overdue"], atDue["escalatedAt"]));
        Assert.Equal("True", late["overdue"]);
        Assert.Equal(_service.At("10:00"), late.Instant("escalatedAt"));
        Assert.Contains(inbox.Items(), item => item.Text("number") == number && item.GetProperty("overdue").GetBoolean());
        Assert.Equal("True", (await _service.Filing(number))["overdue"]);
    }

    [Fact]
    public async Task A_filing_decided_at_its_due_moment_is_never_escalated()
    {
        var number = await _service.Filed(emergency: true);
        _service.Move("10:00");
        await _service.Record(number).MustBe(200);
        _service.Move("11:00");
        await _service.Settle();

        var filing = await _service.Filing(number);

        Assert.Equal(("False", null), (filing["overdue"], filing["escalatedAt"]));
    }

    [Fact]
    public async Task An_act_long_after_the_due_moment_finds_the_escalation_dated_when_it_was_due()
    {
        var number = await _service.Filed(emergency: true);
        _service.Move("11:30");

        var recorded = await _service.Record(number);

        Assert.Equal(_service.At("10:00"), recorded.Instant("escalatedAt"));
    }

    private JsonObject InTownB()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"), Make.Plate(5));
        body["site"]!["town"] = SmallTown.TownB;
        return body;
    }

    private static async Task<IReadOnlyList<string?>> Waiting(Api station) =>
        [.. (await station.Get("reviews").MustBe(200)).Items().Select(item => item.Text("number"))];
}
