using System.Text.Json;

namespace FilingApi.Tests.Features.Leads;

/// <summary>
/// R5 seen from outside: a run is announced after its grace time, checked by a person, or cleared by a fact that came late.
/// </summary>
public sealed class CheckRunTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task Red_sightings_an_hour_apart_are_one_run_and_a_longer_gap_makes_two()
    {
        _service.Move("12:00");
        await Sight("09:00", "10:00", "11:00:01");
        _service.Move("12:02");
        await _service.Settle();

        var runs = await Runs();

        Assert.Equal(
            [(_service.At("09:00"), _service.At("10:00"), 2), (_service.At("11:00:01"), _service.At("11:00:01"), 1)],
            runs.Select(run =>
                (
                    run.GetProperty("first").GetDateTimeOffset(),
                    run.GetProperty("last").GetDateTimeOffset(),
                    run.GetProperty("sightings").GetArrayLength()
                )
            )
        );
        Assert.All(runs, run => Assert.Equal("not-filed", run.GetProperty("codes")[0].GetString()));
    }

    [Fact]
    public async Task A_run_is_announced_only_after_its_grace_time()
    {
        await Sight("08:00");
        _service.Move("08:01");
        await _service.Settle();
        var within = await Runs();
        _service.Clock.MoveTo(_service.At("08:01").AddMilliseconds(1));
        await _service.Settle();

        Assert.Empty(within);
        Assert.Single(await Runs());
    }

    [Fact]
    public async Task A_person_says_what_came_of_a_run()
    {
        await Sight("08:00");
        _service.Move("08:02");
        await _service.Settle();
        var run = Assert.Single(await Runs());

        var reply = await _service.Squad.Post($"runs/{run.Text("id")}/check", new { result = "true", note = "拦停，劝返" });
        var stale = await _service.Squad.Post($"runs/{run.Text("id")}/check", new { result = "false" }, ("If-Match", "\"1\""));

        Assert.Equal("checked", reply["status"]);
        Assert.Equal(
            ("true", "拦停，劝返", "squad"),
            (
                reply.Body.GetProperty("check").Text("result"),
                reply.Body.GetProperty("check").Text("note"),
                reply.Body.GetProperty("check").Text("by")
            )
        );
        Assert.Equal("412 FIL-021", stale.Said);
        Assert.Equal("404 FIL-020", (await _service.Squad.Post($"runs/{Guid.NewGuid()}/check", new { result = "true" })).Said);
    }

    [Fact]
    public async Task Two_runs_that_a_late_sighting_joins_become_one_and_the_joined_one_is_closed()
    {
        _service.Move("12:00");
        await Sight("09:00", "10:30");
        _service.Move("12:02");
        await _service.Settle();
        var two = await Runs();
        await Sight("09:45");
        _service.Move("12:04");
        await _service.Settle();

        var open = Assert.Single(await Runs());
        var joined = (await _service.Squad.Get("runs?status=joined"))
            .Items()
            .Single(run => two.Any(known => known.Text("id") == run.Text("id")));
        var late = await _service.Squad.Post($"runs/{joined.Text("id")}/check", new { result = "true" });

        Assert.Equal(2, two.Count);
        Assert.Equal(3, open.GetProperty("sightings").GetArrayLength());
        Assert.Equal(open.Text("id"), joined.Text("joinedInto"));
        Assert.Equal("409 ENF-301", late.Said);
    }

    private Task<Reply> Sight(params string[] times) =>
        _service
            .Camera.Post(
                "sightings",
                times.Select(time => Make.Sighting($"{_service.Today:MMdd}-{time}", Make.Plate(1), _service.At(time))).ToArray()
            )
            .MustBe(202);

    private async Task<IReadOnlyList<JsonElement>> Runs() =>
        [
            .. (await _service.Squad.Get("runs?status=open"))
                .Items()
                .Where(run => run.GetProperty("first").GetDateTimeOffset() >= _service.At("00:00"))
                .OrderBy(run => run.Text("first"), StringComparer.Ordinal),
        ];
}
