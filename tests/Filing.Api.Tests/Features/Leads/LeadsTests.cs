namespace FilingApi.Tests.Features.Leads;

/// <summary>R12 seen from outside: departments, due moments, checks and assignments.</summary>
public sealed class LeadsTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_lead_has_a_department_a_due_moment_a_subject_and_a_timeline()
    {
        var number = await Mismatch();

        var lead = await _service.Squad.Get($"leads/{IdOf(number)}").MustBe(200);

        Assert.Equal(("ecology", SmallTown.TownA, "open"), (lead["department"], lead["town"], lead["status"]));
        Assert.Equal(("trip", $"{number}-1"), (lead.Body.GetProperty("subject").Text("kind"), lead.Body.GetProperty("subject").Text("id")));
        Assert.Equal(TimeSpan.FromHours(17.5), lead.Instant("dueAt")!.Value.ToOffset(TimeSpan.FromHours(8)).TimeOfDay);
        Assert.Equal(["raise"], lead.Items("timeline").Select(entry => entry.Text("act")));
        Assert.Equal("\"1\"", lead.ETag);
    }

    [Fact]
    public async Task Any_kind_is_checked_by_a_person_and_its_answer_closes_it()
    {
        var id = IdOf(await Mismatch());

        var stale = await _service.Squad.Post($"leads/{id}/check", new { result = "false" }, ("If-Match", "\"7\""));
        var closed = await _service.Squad.Post($"leads/{id}/check", new { result = "false", words = "过磅误差" }, ("If-Match", "\"1\""));
        var again = await _service.Squad.Post($"leads/{id}/check", new { result = "true" });
        var assigned = await _service.Squad.Post($"leads/{id}/assignment", new { department = "squad", reason = "x" });

        Assert.Equal("412 FIL-021", stale.Said);
        Assert.Equal(("closed", 2), (closed["status"], closed.Body.GetProperty("version").GetInt32()));
        Assert.Equal("过磅误差", closed.Body.GetProperty("check").Text("words"));
        Assert.Equal(["raise", "check"], closed.Items("timeline").Select(entry => entry.Text("act")));
        Assert.Equal(["409 ENF-301", "409 ENF-305"], [again.Said, assigned.Said]);
    }

    [Fact]
    public async Task Unclear_twice_and_then_the_supervisor_decides()
    {
        var id = IdOf(await Mismatch());
        var unclear = new { result = "unclear" };

        await _service.Squad.Post($"leads/{id}/check", unclear).MustBe(200);
        var second = await _service.Squad.Post($"leads/{id}/check", unclear).MustBe(200);
        var third = await _service.Squad.Post($"leads/{id}/check", unclear);
        var decided = await _service.Supervisor.Post($"leads/{id}/check", new { result = "true" });

        Assert.Equal("open", second["status"]);
        Assert.Equal("409 ENF-303", third.Said);
        Assert.Equal("checked", decided["status"]);
    }

    [Fact]
    public async Task A_department_sees_its_own_leads_and_passes_them_on_with_a_reason()
    {
        var id = IdOf(await Mismatch());
        var before = await _service.Station.Get($"leads/{id}");
        var none = await _service.Centre.Get($"leads/{id}");

        var unknown = await _service.Station.Post($"leads/{id}/assignment", new { department = "nobody", reason = "x" });
        var assigned = await _service.Station.Post($"leads/{id}/assignment", new { department = "centre", reason = "市政管网" });

        Assert.Equal([200, 404], [before.Status, none.Status]);
        Assert.Equal("422 ENF-304", unknown.Said);
        Assert.Equal(200, assigned.Status);
        Assert.Equal("404 FIL-020", (await _service.Station.Get($"leads/{id}")).Said);
        var seen = await _service.Centre.Get($"leads/{id}").MustBe(200);
        Assert.Equal("市政管网", seen.Items("timeline")[^1].GetProperty("detail").Text("reason"));
        Assert.Contains(id, Ids(await _service.Centre.Get("leads?department=centre")));
        Assert.DoesNotContain(id, Ids(await _service.Squad.Get("leads?department=ecology")));
    }

    [Fact]
    public async Task The_trip_of_an_order_is_the_centres()
    {
        var order = await _service.Centre.Post("orders", Make.Order(_service.At("09:30"), _service.At("11:00"), Make.Plate(2))).MustBe(201);
        var trip = order["trip"];
        _service.Move("09:40");
        await _service.Hauler.Post($"trips/{trip}/loading", new { plate = Make.Plate(2), m3 = 6 }).MustBe(200);
        _service.Move("14:00");
        await _service.Settle();

        var lead = (await _service.Centre.Get("leads?kind=no-receipt")).Items().Single(item => item.Text("trip") == trip);

        Assert.Equal(("centre", SmallTown.TownA), (lead.Text("department"), lead.Text("town")));
    }

    [Fact]
    public async Task The_towns_own_table_decides_from_its_day_on()
    {
        await _service
            .Admin.Post(
                "departments",
                new
                {
                    town = SmallTown.TownA,
                    code = "village-3",
                    kind = "village",
                    name = "丰裕村",
                }
            )
            .MustBe(201);
        object Row(DateOnly from) =>
            new
            {
                town = SmallTown.TownA,
                kind = "other-plant",
                department = "village-3",
                checkDays = 1,
                closeDays = 5,
                from,
            };
        await _service.Admin.Post("responsibilities", Row(_service.Today)).MustBe(201);
        var number = await _service.Recorded();
        _service.Move("09:30");
        await _service.Load(number, 1).MustBe(200);
        await _service.Receive(number, 1, plant: "P3").MustBe(200);

        var lead = await _service.Squad.Get($"leads/other-plant-{number}-1").MustBe(200);

        Assert.Equal("village-3", lead["department"]);
        Assert.Equal("409 FIL-026", (await _service.Admin.Post("responsibilities", Row(_service.Today))).Said);
    }

    /// <summary>Volume-mismatch: of 8 m³ loaded 5 were received.</summary>
    private async Task<string> Mismatch()
    {
        var number = await _service.Recorded();
        _service.Move("09:30");
        await _service.Load(number, 1).MustBe(200);
        await _service.Receive(number, 1, m3: 5).MustBe(200);
        return number;
    }

    private static string IdOf(string number) => $"volume-mismatch-{number}-1";

    private static IEnumerable<string?> Ids(Reply reply) => reply.Must(200).Items().Select(item => item.Text("id"));
}
