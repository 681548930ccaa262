using System.Text.Json.Nodes;

namespace FilingApi.Tests.Features.Filings;

public sealed class ReturnFilingTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_return_names_all_defects_and_the_truck_is_red_until_it_is_filed_again()
    {
        var number = await Returned("缺协议", "地址不清");
        _service.Move("09:30");

        var filing = await _service.Filing(number);
        var check = await _service.Ask(Make.Plate(1));

        Assert.Equal("returned", filing["status"]);
        Assert.Equal(
            ["缺协议", "地址不清"],
            filing.Items("timeline")[^1].GetProperty("detail").GetProperty("defects").EnumerateArray().Select(defect => defect.GetString())
        );
        Assert.Equal("returned", check.Code);
    }

    [Fact]
    public async Task A_return_without_a_defect_is_refused()
    {
        var number = await _service.Filed();

        var reply = await _service.Station.Post($"filings/{number}/return", new { defects = Array.Empty<string>() });

        Assert.Equal("422 FIL-014", reply.Said);
        Assert.Equal(["/defects FIL-014"], reply.Errors);
    }

    [Fact]
    public async Task Changes_of_a_returned_filing_take_effect_only_with_its_submission()
    {
        var number = await Returned();
        _service.Move("08:30");

        var put = await _service.Clerk.Put($"filings/{number}", Later());
        var kept = await _service.Filing(number);
        _service.Move("09:30");
        var withOldBody = await _service.Ask(Make.Plate(1));
        var submitted = await _service.Clerk.Post($"filings/{number}/submission");

        Assert.Equal(_service.At("12:00"), put.Instant("to"));
        Assert.Equal("returned", kept["status"]);
        Assert.Equal(Make.Plate(2), kept.Body.GetProperty("pending").GetProperty("trucks")[0].Text("plate"));
        Assert.Equal("returned", withOldBody.Code);
        Assert.Equal(_service.At("15:00"), submitted.Instant("to"));
        Assert.Equal("not-filed", (await _service.Ask(Make.Plate(1))).Code);
        _service.Move("12:30");
        Assert.Equal("pending", (await _service.Ask(Make.Plate(2))).Code);
        Assert.Equal(["submit", "return", "edit", "submit"], submitted.Items("timeline").Select(entry => entry.Text("act")));
    }

    [Fact]
    public async Task A_refused_resubmission_leaves_the_filing_returned_with_its_old_body_and_clock()
    {
        var number = await Returned();
        var before = await _service.Filing(number);
        var tooLong = Make.Filing(_service.At("09:00"), _service.At("09:01", 7), Make.Plate(2));
        await _service.Clerk.Put($"filings/{number}", tooLong).MustBe(200);

        var refused = await _service.Clerk.Post($"filings/{number}/submission");
        var after = await _service.Filing(number);
        var station = await _service.Station.Get($"filings/{number}");

        Assert.Equal("422 FIL-105", refused.Said);
        Assert.Equal("returned", after["status"]);
        Assert.Equal(
            (before.Instant("to"), before.Instant("dueAt"), before.Instant("submittedAt")),
            (after.Instant("to"), after.Instant("dueAt"), after.Instant("submittedAt"))
        );
        Assert.Equal(Make.Plate(1), station.Body.GetProperty("trucks")[0].Text("plate"));
        _service.Move("09:30");
        Assert.Equal("returned", (await _service.Ask(Make.Plate(1))).Code);
        Assert.Equal("not-filed", (await _service.Ask(Make.Plate(2))).Code);
    }

    [Fact]
    public async Task A_return_stops_the_clock_and_resubmission_starts_it_anew()
    {
        var number = await Returned();
        _service.Move("16:31");
        await _service
            .Clerk.Put($"filings/{number}", Make.Filing(_service.At("09:00", 2), _service.At("12:00", 2), Make.Plate(9)))
            .MustBe(200);
        var first = (await _service.Filing(number)).Instant("dueAt");

        var again = await _service.Clerk.Post($"filings/{number}/submission");

        Assert.Equal(TimeSpan.FromHours(17.5), first!.Value.TimeOfDay);
        Assert.True(again.Instant("dueAt") > first, "Submitted after the cut-off it is due a working day later.");
        Assert.Null(again["decidedAt"]);
    }

    [Fact]
    public async Task The_number_belongs_to_its_town_also_when_it_is_filed_again()
    {
        var number = await Returned();
        var elsewhere = Later();
        elsewhere["site"]!["town"] = SmallTown.TownB;
        await _service.Clerk.Put($"filings/{number}", elsewhere).MustBe(200);

        var reply = await _service.Clerk.Post($"filings/{number}/submission");

        Assert.Equal("422 FIL-112", reply.Said);
        Assert.Equal("returned", (await _service.Filing(number))["status"]);
    }

    [Fact]
    public async Task A_draft_changes_at_once()
    {
        var draft = Later();
        draft["submit"] = false;
        var number = await _service.Filed(draft);

        var reply = await _service.Clerk.Put($"filings/{number}", Make.Filing(_service.At("10:00"), _service.At("11:00"), Make.Plate(4)));

        Assert.Equal((_service.At("11:00"), "draft"), (reply.Instant("to"), reply["status"]));
        Assert.Equal(Make.Plate(4), reply.Body.GetProperty("trucks")[0].Text("plate"));
    }

    [Fact]
    public async Task A_submitted_filing_cannot_be_changed()
    {
        var number = await _service.Filed();

        var reply = await _service.Clerk.Put($"filings/{number}", Later());

        Assert.Equal("409 FIL-201", reply.Said);
        Assert.Equal(_service.At("12:00"), (await _service.Filing(number)).Instant("to"));
    }

    private JsonObject Later() => Make.Filing(_service.At("12:00"), _service.At("15:00"), Make.Plate(2));

    private async Task<string> Returned(params string[] defects)
    {
        var number = await _service.Filed();
        await _service.Station.Post($"filings/{number}/return", new { defects = defects.Length > 0 ? defects : ["缺图"] }).MustBe(200);
        return number;
    }
}
