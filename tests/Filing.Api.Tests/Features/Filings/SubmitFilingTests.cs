using System.Text.Json.Nodes;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Features.Filings;

public sealed class SubmitFilingTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_filing_gets_a_number_a_check_word_and_its_due_moment()
    {
        var reply = await _service.Clerk.Post("filings", Body());

        Assert.Equal(201, reply.Status);
        Assert.Matches($"^XW-{SmallTown.TownA}-{_service.Today:yyyyMMdd}-[0-9]{{4}}$", reply["number"]);
        Assert.Matches("^[2-9A-Z]{6}$", reply["checkWord"]);
        Assert.Equal("submitted", reply["status"]);
        Assert.NotNull(reply.Instant("dueAt"));
        Assert.Equal($"\"{reply.Version}\"", reply.ETag);
    }

    [Fact]
    public async Task Numbers_of_a_day_rise()
    {
        var first = await _service.Filed(Body());
        var second = await _service.Filed(Body());

        Assert.True(string.CompareOrdinal(first, second) < 0);
    }

    [Fact]
    public async Task A_draft_is_not_in_the_register_and_nobody_elses_until_it_is_submitted()
    {
        var draft = Body();
        draft["submit"] = false;

        var number = await _service.Filed(draft);

        Assert.Equal("draft", (await _service.Filing(number))["status"]);
        Assert.Equal(404, (await _service.Station.Get($"filings/{number}")).Status);
        _service.Move("09:30");
        Assert.Equal("not-filed", (await _service.Ask(Make.Plate(1))).Code);
        await _service.Clerk.Post($"filings/{number}/submission").MustBe(200);
        Assert.Equal("pending", (await _service.Ask(Make.Plate(1))).Code);
        Assert.Equal("submitted", (await _service.Station.Get($"filings/{number}"))["status"]);
    }

    [Fact]
    public async Task All_faults_of_R6_are_reported_at_once_by_pointer_and_nothing_is_stored()
    {
        var before = await _service.Rows();
        var body = Make.Filing(_service.At("06:00", -10), _service.At("07:00", -1));
        body["kind"] = "industrial-wastewater";
        body["trucks"] = new JsonArray(Make.Ref(Make.Stranger), Make.Ref(Make.Plate(2)));

        var reply = await _service.Clerk.Post("filings", body);

        Assert.Equal(422, reply.Status);
        Assert.Equal(["/agreement FIL-104", "/plant FIL-108", "/to FIL-105", "/to FIL-106", "/trucks/0 FIL-110"], reply.Errors);
        Assert.Equal(before, await _service.Rows());
    }

    [Fact]
    public async Task Hazardous_waste_is_refused_and_the_refusal_log_keeps_who_when_and_the_manifest()
    {
        var body = Body();
        (body["kind"], body["manifest"]) = ("hazardous", "LD-2026-䶮𠮷");

        var reply = await _service.Clerk2.Post("filings", body);

        Assert.Equal("422 FIL-101", reply.Said);
        var row = await _service.Look(db => db.RefusalLog.OrderByDescending(refusal => refusal.Id).FirstAsync());
        Assert.Equal(("E2", "LD-2026-䶮𠮷", "FIL-101", _service.At("08:00")), (row.Enterprise, row.Manifest, row.Code, row.At));
    }

    [Fact]
    public async Task Hazardous_waste_for_an_unknown_town_is_logged_and_both_faults_are_reported()
    {
        var before = await _service.Look(db => db.RefusalLog.CountAsync());
        var body = Body();
        (body["kind"], body["site"]!["town"]) = ("hazardous", "999999999");

        var reply = await _service.Clerk.Post("filings", body);

        Assert.Equal(["/kind FIL-101", "/site/town FIL-113"], reply.Errors);
        Assert.Equal(before + 1, await _service.Look(db => db.RefusalLog.CountAsync()));
    }

    [Theory]
    [InlineData("municipal-pipe", "FIL-102")]
    [InlineData("grease", "FIL-103")]
    [InlineData("kitchen", "FIL-103")]
    public async Task A_case_for_another_procedure_is_refused_with_what_to_do_instead(string kind, string code)
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"), Make.Plate(9));
        body["kind"] = kind;

        var reply = await _service.Clerk.Post("filings", body);

        Assert.Equal($"422 {code}", reply.Said);
    }

    [Fact]
    public async Task A_qualified_owner_may_carry_kitchen_grease()
    {
        var body = Body();
        body["kind"] = "grease";

        var reply = await _service.Clerk.Post("filings", body);

        Assert.Equal(201, reply.Status);
    }

    [Fact]
    public async Task An_unknown_town_and_an_unknown_plant_are_refused()
    {
        var (town, plant) = (Body(), Body());
        town["site"]!["town"] = "999999999";
        plant["plant"] = "P9";

        var (noTown, noPlant) = (await _service.Clerk.Post("filings", town), await _service.Clerk.Post("filings", plant));

        Assert.Equal(["/site/town FIL-113"], noTown.Errors);
        Assert.Equal(["/plant FIL-109"], noPlant.Errors);
    }

    [Fact]
    public async Task Gcj02_is_converted_at_the_edge()
    {
        var body = Body();
        body["site"] = new JsonObject
        {
            ["name"] = "化粪池",
            ["datum"] = "gcj02",
            ["point"] = Make.Json(Datums.ToGcj02(Make.Site)),
        };

        var number = await _service.Filed(body);

        var point = (await _service.Filing(number)).Body.GetProperty("site").GetProperty("point");
        Assert.Equal(Make.Site.Lat, point.GetProperty("lat").GetDouble(), 6);
        Assert.Equal(Make.Site.Lon, point.GetProperty("lon").GetDouble(), 6);
    }

    private JsonObject Body() => Make.Filing(_service.At("09:00"), _service.At("12:00"));
}
