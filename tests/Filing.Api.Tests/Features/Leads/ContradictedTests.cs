using Contracts.Delivery;
using Contracts.Dispatch;
using Contracts.Register;
using FilingApi.Tests.Features.Events;

namespace FilingApi.Tests.Features.Leads;

/// <summary>R12: what a person found is never changed by the system; a fact that contradicts it is kept beside it.</summary>
public sealed class ContradictedTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _day = service.NewDay();

    [Theory]
    [InlineData("true", "checked")]
    [InlineData("false", "closed")]
    [InlineData("unclear", "open")]
    public async Task A_clearing_changes_nothing_of_a_finding_and_tells_its_owner(string result, string status)
    {
        var run = Guid.CreateVersion7();
        await Publish(run, 1, null);
        var checkedRun = await _day.Squad.Post($"runs/{run}/check", new { result, note = "拦停" }).MustBe(200);
        using var stream = await EventStream.Open(_day.Squad);

        await Publish(run, 2, new RunEnd(_day.At("10:30"), null));
        var lead = await _day.Squad.Get($"leads/unregistered-run-{run}").MustBe(200);

        Assert.Equal((status, result), (lead["status"], lead.Body.GetProperty("check").Text("result")));
        Assert.Equal(("拦停", "squad"), (lead.Body.GetProperty("check").Text("words"), lead.Body.GetProperty("check").Text("by")));
        Assert.Equal(_day.At("10:30"), lead.Body.GetProperty("contradicted").GetProperty("at").GetDateTimeOffset());
        Assert.Equal(checkedRun.ETag, lead.ETag);
        Assert.Equal(["raise", "check", "contradict"], lead.Items("timeline").Select(entry => entry.Text("act")));
        Assert.Equal($"lead-contradicted unregistered-run-{run}", (await stream.Next(1))[0].What);
    }

    [Fact]
    public async Task An_unchecked_lead_is_closed_by_the_system_and_opens_again_with_its_run()
    {
        var (run, older) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Publish(run, 1, null);

        await Publish(run, 2, new RunEnd(_day.At("10:30"), older));
        var joined = await _day.Squad.Get($"leads/unregistered-run-{run}").MustBe(200);
        await Publish(run, 3, null);
        var open = await _day.Squad.Get($"leads/unregistered-run-{run}").MustBe(200);

        Assert.Equal(("closed", "system"), (joined["status"], joined.Body.GetProperty("check").Text("by")));
        Assert.Contains(older.ToString(), joined.Body.GetProperty("check").Text("words"), StringComparison.Ordinal);
        Assert.Equal("open", open["status"]);
        Assert.Null(open["check"]);
        Assert.Equal(joined["dueAt"], open["dueAt"]);
    }

    private Task Publish(Guid run, int version, RunEnd? end) =>
        _day.Get<IMessagePublisher>()
            .Publish(
                new RunsUpdated
                {
                    Runs =
                    [
                        new RunUpdate
                        {
                            Run = new RunSnapshot
                            {
                                Id = run,
                                Version = version,
                                Town = SmallTown.TownA,
                                Plate = Make.Stranger,
                                Colour = null,
                                OpenedAt = _day.At("10:00"),
                                First = _day.At("09:00"),
                                Last = _day.At("09:30"),
                                Codes = [VerdictCode.NotFiled],
                            },
                            Joined = [],
                            Left = [],
                            End = end,
                        },
                    ],
                },
                typeof(RunsUpdated),
                Guid.CreateVersion7(),
                null,
                default
            );
}
