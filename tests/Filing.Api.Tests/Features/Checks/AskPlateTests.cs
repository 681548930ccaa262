using FilingApi.Register;
using FilingApi.Replay;

namespace FilingApi.Tests.Features.Checks;

public sealed class AskPlateTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_check_right_after_a_record_sees_it()
    {
        for (var n = 1; n <= 8; n++)
        {
            var number = await _service.Filed(Make.Filing(_service.At("08:00"), _service.At("09:00"), Make.Plate(n)));
            var pending = await _service.Ask(Make.Plate(n));

            await _service.Record(number).MustBe(200);

            Assert.Equal("pending", pending.Code);
            Assert.Equal("filed", (await _service.Ask(Make.Plate(n))).Code);
        }
    }

    [Fact]
    public async Task An_answer_names_what_it_rests_on_the_truck_and_whom_to_call()
    {
        var number = await _service.Recorded();
        _service.Move("09:30");

        var check = await _service.Ask(Make.Plate(1));

        var rest = Assert.Single(check.Items("rests"));
        Assert.Equal(("filing", number), (rest.Text("source"), rest.Text("number")));
        Assert.Equal(
            (_service.At("09:00"), _service.At("12:00")),
            (rest.GetProperty("from").GetDateTimeOffset(), rest.GetProperty("to").GetDateTimeOffset())
        );
        Assert.Equal(
            (300, 300),
            (rest.GetProperty("sites")[0].GetProperty("radiusM").GetDouble(), rest.GetProperty("plant").GetProperty("radiusM").GetDouble())
        );
        Assert.Equal(("H1", "yellow"), (check.Body.GetProperty("truck").Text("owner"), check.Body.GetProperty("truck").Text("colour")));
        Assert.Equal(
            ("station", "station S1", "0731-S1"),
            (
                check.Body.GetProperty("call").Text("kind"),
                check.Body.GetProperty("call").Text("name"),
                check.Body.GetProperty("call").Text("phone")
            )
        );
        Assert.Equal(_service.At("09:30"), check.Instant("at"));
    }

    [Fact]
    public async Task A_past_moment_is_answered_as_the_register_stood_then()
    {
        var number = await _service.Filed(Make.Plate(9));
        _service.Move("09:30");
        await _service.Record(number).MustBe(200);
        _service.Move("10:30");
        await _service.Station.Post($"filings/{number}/revocation", new { reason = "x" }).MustBe(200);
        _service.Move("11:00");

        Assert.Equal("not-filed", (await Asked("08:00", -1)).Code);
        Assert.Equal("pending", (await Asked("09:29")).Code);
        Assert.Equal("filed", (await Asked("09:30")).Code);
        Assert.Equal("filed", (await Asked("10:29")).Code);
        Assert.Equal("revoked", (await Asked("10:30")).Code);
        Assert.Equal("revoked", (await _service.Ask(Make.Plate(9))).Code);
    }

    [Fact]
    public async Task A_future_moment_cannot_be_asked()
    {
        var reply = await Asked("08:01");

        Assert.Equal("422 ENF-201", reply.Said);
        Assert.Equal(["/at ENF-201"], reply.Errors);
    }

    [Fact]
    public async Task Without_a_colour_every_colour_of_the_plate_is_meant()
    {
        var number = await _service.Filed(Make.Filing(_service.At("08:00"), _service.At("09:00"), Make.TwoColours));
        await _service.Record(number).MustBe(200);

        Assert.Equal("filed", (await _service.Ask(Make.TwoColours)).Code);
        Assert.Equal("filed", (await _service.Ask(Make.TwoColours, "colour=yellow")).Code);
        Assert.Equal("not-filed", (await _service.Ask(Make.TwoColours, "colour=blue")).Code);
    }

    [Theory]
    [InlineData("activity=working&lat=28.21&lon=113.28", "filed")]
    [InlineData("activity=working&lat=28.25&lon=113.28", "wrong-place")]
    [InlineData("activity=working", "filed")]
    [InlineData("activity=discharging&lat=28.20&lon=113.30", "filed")]
    [InlineData("activity=discharging&lat=28.21&lon=113.28", "wrong-plant")]
    [InlineData("activity=passing&lat=30&lon=114", "filed")]
    public async Task The_place_is_judged_by_what_the_truck_does(string query, string code)
    {
        await _service.Recorded();
        _service.Move("09:30");

        var check = await _service.Ask(Make.Plate(1), query);

        Assert.Equal(code, check.Code);
    }

    [Theory]
    [InlineData("nonsense", "", "/plate FIL-013")]
    [InlineData("湘A10001", "lat=28.2", "/lat ENF-202")]
    [InlineData("湘A10001", "lat=113.2&lon=28.2", "/lat FIL-012")]
    [InlineData("湘A10001", "lat=NaN&lon=1e3", "/lat FIL-017", "/lon FIL-017")]
    [InlineData("湘A10001", "at=2026-03-02T08:00:00&colour=pink&activity=flying", "/activity FIL-017", "/at FIL-017", "/colour FIL-017")]
    public async Task A_question_with_faults_is_refused_naming_them_all(string plate, string query, params string[] errors)
    {
        var reply = await _service.Ask(plate, query);

        Assert.Equal(422, reply.Status);
        Assert.Equal(errors, reply.Errors);
    }

    [Fact]
    public async Task Each_question_is_logged_with_who_asked_the_raw_input_and_the_register_sequence()
    {
        await _service.Recorded();
        _service.Move("09:30");
        const string Raw = "  湘ａ · 1 0 0 0 1 \u200b  \u200b ";

        await _service.Ask(Raw, "activity=working&lat=28.21&lon=113.28");
        var row = await _service.LoggedQuestion(Raw);

        Assert.Equal(("squad", "Q1", Make.Plate(1), _service.At("09:30")), (row.Account, row.Organisation, row.Plate, row.At));
        Assert.Equal((28.21, 113.28, "filed"), (row.Lat, row.Lon, Contracts.Register.WireName.Wire(row.Code)));
        Assert.Equal(_service.Get<RegisterIndex>().Position, row.Position);
    }

    [Fact]
    public async Task The_sentence_speaks_the_callers_language()
    {
        var (zh, en) = (
            await _service.Squad.Get($"checks/{Make.Stranger}", ("Accept-Language", "zh-CN,en;q=0.5")),
            await _service.Squad.Get($"checks/{Make.Stranger}", ("Accept-Language", "fr,en;q=0.9,zh;q=0.1"))
        );

        Assert.Matches("[\u4e00-\u9fff]。$", zh["sentence"]!);
        Assert.DoesNotMatch("[\u4e00-\u9fff]", en["sentence"]!);
        Assert.Equal(
            (zh["sentence"], en["sentence"]),
            (zh.Body.GetProperty("sentences").Text("zh"), zh.Body.GetProperty("sentences").Text("en"))
        );
    }

    [Fact]
    public async Task The_distant_past_is_read_from_the_database_with_the_same_answer()
    {
        await using var own = new TestService();
        await own.InitializeAsync();
        own.NewDay();
        await own.Recorded();
        own.Move("09:30");
        var query = $"at={Uri.EscapeDataString(Make.Instant(own.At("09:30")))}";
        var then = await own.Ask(Make.Plate(1), query);
        own.Clock.MoveTo(own.At("09:30", 40));
        await own.Restart();

        var now = await own.Ask(Make.Plate(1), query);

        Assert.Empty(own.Get<RegisterIndex>().Of(Make.Plate(1)));
        Assert.Equal("filed", then.Code);
        Assert.Equal(then.Text, now.Text);
    }

    [Fact]
    public async Task A_restart_with_a_clock_that_stepped_back_reorders_nothing()
    {
        await using var own = new TestService();
        await own.InitializeAsync();
        own.NewDay();
        var number = await own.Recorded();
        own.Move("09:30");
        await own.Station.Post($"filings/{number}/revocation", new { reason = "x" }).MustBe(200);
        var before = await own.Ask(Make.Plate(1));
        await own.Restart(new VirtualClock(own.At("09:00")));

        var after = await own.Ask(Make.Plate(1));
        var ready = await own.Anyone.Get("/readyz");
        var filed = await own.Filed(Make.Filing(own.At("09:00"), own.At("12:00"), Make.Plate(2)));

        Assert.Equal((before.Code, before.Instant("at")), (after.Code, after.Instant("at")));
        Assert.Equal("degraded", ready.Body.GetProperty("parts").GetProperty("clock").Text("status"));
        Assert.True((await own.Filing(filed)).Instant("submittedAt") > before.Instant("at"));
    }

    private Task<Reply> Asked(string at, int days = 0) =>
        _service.Ask(Make.Plate(9), $"at={Uri.EscapeDataString(Make.Instant(_service.At(at, days)))}");

    /// <summary>The vector of the fact sheet: the same place in either datum, 670 m apart when they are taken for each other.</summary>
    [Fact]
    public async Task A_point_in_the_datum_of_maps_is_converted()
    {
        await _service.Recorded();
        _service.Move("09:30");

        var converted = await _service.Ask(Make.Plate(1), "activity=working&lat=28.2066684&lon=113.2857225&datum=gcj02");
        var taken = await _service.Ask(Make.Plate(1), "activity=working&lat=28.2066684&lon=113.2857225&datum=wgs84");
        var wrong = await _service.Ask(Make.Plate(1), "activity=working&lat=28.2066684&lon=113.2857225&datum=xx");

        Assert.Equal(("filed", "wrong-place"), (converted.Code, taken.Code));
        Assert.Equal(["/datum FIL-017"], wrong.Errors);
    }
}
