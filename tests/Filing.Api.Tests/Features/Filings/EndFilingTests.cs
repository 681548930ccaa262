namespace FilingApi.Tests.Features.Filings;

/// <summary>Refusal, withdrawal and revocation, and what the roadside says then.</summary>
public sealed class EndFilingTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_refused_filing_keeps_code_and_reason_and_is_red()
    {
        var number = await _service.Filed();
        _service.Move("09:30");

        var reply = await _service.Station.Post($"filings/{number}/refusal", new { code = "资料不符", reason = "场所不存在" });

        Assert.Equal("refused", reply["status"]);
        Assert.Equal(
            ("资料不符", "场所不存在"),
            (
                reply.Items("timeline")[^1].GetProperty("detail").Text("code"),
                reply.Items("timeline")[^1].GetProperty("detail").Text("reason")
            )
        );
        Assert.Equal("returned", (await _service.Ask(Make.Plate(1))).Code);
    }

    [Fact]
    public async Task A_withdrawn_filing_that_was_never_recorded_is_simply_gone()
    {
        var number = await _service.Filed(Make.Plate(9));
        _service.Move("09:30");

        var reply = await _service.Clerk.Post($"filings/{number}/withdrawal");

        Assert.Equal("withdrawn", reply["status"]);
        Assert.Equal("not-filed", (await _service.Ask(Make.Plate(9))).Code);
    }

    [Fact]
    public async Task A_withdrawn_record_reads_completed_with_its_reason()
    {
        var number = await _service.Recorded();
        _service.Move("09:30");
        await _service.Clerk.Post($"filings/{number}/withdrawal").MustBe(200);

        var check = await _service.Ask(Make.Plate(1));

        Assert.Equal(("completed", "red", "withdrawn"), (check.Code, check["colour"], check["reason"]));
    }

    [Fact]
    public async Task All_entries_of_a_revoked_filing_end_together()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        body["trucks"]!.AsArray().Add(Make.Ref(Make.Plate(2)));
        var number = await _service.Filed(body);
        await _service.Record(number).MustBe(200);
        _service.Move("09:30");

        var reply = await _service.Station.Post($"filings/{number}/revocation", new { reason = "偷排" });

        Assert.Equal("revoked", reply["status"]);
        Assert.Equal("revoked", (await _service.Ask(Make.Plate(1))).Code);
        Assert.Equal("revoked", (await _service.Ask(Make.Plate(2))).Code);
        Assert.Equal("filed", (await _service.Ask(Make.Plate(1), $"at={Uri.EscapeDataString(Make.Instant(_service.At("09:00")))}")).Code);
    }

    [Fact]
    public async Task A_move_that_is_not_allowed_is_refused_and_changes_nothing()
    {
        var number = await _service.Recorded();
        var before = (await _service.Filing(number)).Text;

        var again = await _service.Record(number);
        var returned = await _service.Station.Post($"filings/{number}/return", new { defects = new[] { "x" } });
        var submitted = await _service.Clerk.Post($"filings/{number}/submission");

        Assert.All(new[] { again, returned, submitted }, reply => Assert.Equal("409 FIL-201", reply.Said));
        Assert.Equal(before, (await _service.Filing(number)).Text);
    }

    [Fact]
    public async Task An_unknown_number_is_not_found()
    {
        var reply = await _service.Record($"XW-{SmallTown.TownA}-20260101-0001");

        Assert.Equal("404 FIL-020", reply.Said);
    }
}
