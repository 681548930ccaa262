using System.Text.Json;
using Contracts.Delivery;
using Contracts.Dispatch;
using Contracts.Register;

namespace FilingApi.Tests.Consumers;

public sealed class FollowRunsTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _day = service.NewDay();

    [Fact]
    public async Task Messages_out_of_order_and_repeated_give_the_same_run()
    {
        var run = Guid.CreateVersion7();
        RunsUpdated[] told =
        [
            new() { Runs = [Told(run, 1, joined: ["s1", "s2"])] },
            new() { Runs = [Told(run, 2, joined: ["s3"])] },
            new() { Runs = [Told(run, 3, left: ["s2"])] },
        ];

        foreach (var message in told.Reverse().Append(told[2]).Append(told[0]))
        {
            await Publish(message);
        }

        var seen = await Seen(run);
        Assert.Equal(["s1", "s3"], seen.GetProperty("sightings").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("open", seen.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_run_that_ends_keeps_what_it_had_and_the_older_one_has_it_too()
    {
        var (older, younger) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await Publish(
            new RunsUpdated { Runs = [Told(younger, 2, end: new RunEnd(_day.At("10:30"), older)), Told(older, 2, joined: ["y"])] }
        );
        await Publish(new RunsUpdated { Runs = [Told(older, 1, joined: ["o"]), Told(younger, 1, joined: ["y"])] });

        var (first, second) = (await Seen(older), await Seen(younger));
        Assert.Equal(["o", "y"], first.GetProperty("sightings").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(["y"], second.GetProperty("sightings").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(
            ("joined", older.ToString()),
            (second.GetProperty("status").GetString(), second.GetProperty("joinedInto").GetString())
        );
    }

    private Task Publish(RunsUpdated message) =>
        _day.Get<IMessagePublisher>().Publish(message, typeof(RunsUpdated), Guid.CreateVersion7(), null, default);

    private async Task<JsonElement> Seen(Guid run) =>
        (await _day.Squad.Get("runs")).Items().Single(item => item.GetProperty("id").GetGuid() == run);

    private RunUpdate Told(Guid run, int version, string[]? joined = null, string[]? left = null, RunEnd? end = null) =>
        new()
        {
            Run = new RunSnapshot
            {
                Id = run,
                Version = version,
                Town = SmallTown.TownA,
                Plate = "湘A99991",
                Colour = null,
                OpenedAt = _day.At("10:00"),
                First = _day.At("09:00"),
                Last = _day.At("09:30"),
                Codes = [VerdictCode.NotFiled],
            },
            Joined = joined ?? [],
            Left = left ?? [],
            End = end,
        };
}
