using FilingApi.Domain;
using FilingApi.Register;

namespace FilingApi.Tests.Features.Events;

/// <summary>Who watches is told at once what he may see, and after a broken line what he missed.</summary>
public sealed class FollowEventsTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task Each_role_receives_only_the_events_it_may_see()
    {
        // What another test's messages still tell is told before anybody watches.
        await _service.Settle();
        string[] accounts = ["station", "stationB", "supervisor", "clerk", "clerk2", "squad", "centre", "plant", "admin"];
        var streams = new Dictionary<string, EventStream>();
        foreach (var account in accounts)
        {
            streams[account] = await EventStream.Open(_service.As(account));
        }

        // Messages have no order: a review whose end comes first is not told as requested any more.
        var number = await _service.Filed();
        await _service.Settle();
        await _service.Record(number).MustBe(200);
        await _service.Settle();
        await _service
            .Camera.Post("sightings", new[] { Make.Sighting($"events-{_service.Today}", Make.Plate(5), _service.At("08:00")) })
            .MustBe(202);
        _service.Move("08:30");
        await _service.Settle();
        var run = (await _service.Squad.Get("runs").MustBe(200)).Items()[0].Text("id");

        string[] ofTheTown = [$"review-requested {number}", $"filing-decided {number}", $"review-ended {number}"];
        await _service
            .Plant.Post(
                "receipts",
                new
                {
                    plate = Make.Stranger,
                    plant = "P1",
                    m3 = 5,
                }
            )
            .MustBe(201);
        var lead = (await _service.Squad.Get("leads?kind=unfiled-load").MustBe(200)).Items()[0].Text("id");
        string[] ofTheRoad = [$"run-opened {run}", $"lead-raised {lead}"];
        foreach (
            var (account, expected) in new[]
            {
                ("station", [.. ofTheTown, $"lead-raised {lead}"]),
                ("supervisor", [.. ofTheTown, .. ofTheRoad]),
                ("clerk", [$"filing-decided {number}"]),
                ("squad", ofTheRoad),
            }
        )
        {
            // What is told of one act and of its message have no order between them.
            Assert.Equal(
                expected.Order(StringComparer.Ordinal),
                (await streams[account].Next(expected.Length)).Select(told => told.What).Order(StringComparer.Ordinal)
            );
        }

        await _service.Restart();
        foreach (var account in accounts)
        {
            Assert.Empty(await streams[account].Rest());
        }
    }

    [Fact]
    public async Task A_stream_goes_on_after_the_last_event_that_was_seen()
    {
        using var first = await EventStream.Open(_service.Clerk);
        var numbers = new List<string>
        {
            await _service.Recorded(),
            await _service.Recorded(Make.Plate(2)),
            await _service.Recorded(Make.Plate(3)),
        };
        var seen = await first.Next(3);

        using var again = await EventStream.Open(_service.Clerk, seen[0].Id);
        using var other = await EventStream.Open(_service.Clerk2, seen[0].Id);
        using var nothing = await EventStream.Open(_service.Clerk, seen[2].Id);
        var later = await _service.Recorded(Make.Plate(4));

        Assert.Equal(numbers.Select(number => $"filing-decided {number}"), seen.Select(told => told.What));
        Assert.Equal(
            [$"filing-decided {numbers[1]}", $"filing-decided {numbers[2]}", $"filing-decided {later}"],
            (await again.Next(3)).Select(told => told.What)
        );
        Assert.Equal($"filing-decided {later}", (await nothing.Next(1))[0].What);
        await _service.Restart();
        Assert.Empty(await other.Rest());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00000000-1")]
    public async Task An_id_of_an_earlier_start_of_the_service_asks_for_a_reload(string id)
    {
        using var stream = await EventStream.Open(_service.Clerk, id);
        var number = await _service.Recorded();

        Assert.Equal(["reset ", $"filing-decided {number}"], (await stream.Next(2)).Select(told => told.What));
    }

    [Fact]
    public async Task A_reader_away_too_long_is_told_to_reload_and_still_gets_the_remembered_events()
    {
        // The service tells of its own what other tests set going: a few events either way decide nothing here, the edge is EventHubTests'.
        const int others = 100;
        using var first = await EventStream.Open(_service.Clerk);
        var hub = _service.Get<EventHub>();
        hub.Tell([Event("FIRST", "E1")]);
        var seen = (await first.Next(1))[0].Id;
        hub.Tell([.. Enumerable.Range(0, EventHub.Memory - others).Select(i => Event($"N{i}", "E2")), Event("A", "E1"), Event("B", "E1")]);

        using var whole = await EventStream.Open(_service.Clerk, seen);
        hub.Tell(Enumerable.Range(0, others).Select(i => Event($"M{i}", "E2")));
        using var broken = await EventStream.Open(_service.Clerk, seen);

        Assert.Equal(["filing-decided A", "filing-decided B"], (await whole.Next(2)).Select(told => told.What));
        Assert.Equal(["reset ", "filing-decided A", "filing-decided B"], (await broken.Next(3)).Select(told => told.What));
    }

    [Fact]
    public async Task A_stream_ends_with_the_token_it_was_opened_with()
    {
        var password = SmallTown.Password;
        await _service
            .Admin.Post(
                "accounts",
                new
                {
                    account = "watcher",
                    password,
                    role = "station",
                    organisation = "S1",
                }
            )
            .MustBe(201);
        var watcher = _service.With((await _service.Anyone.Post("tokens", new { account = "watcher", password }).MustBe(200))["token"]!);
        using var stream = await EventStream.Open(watcher);

        await watcher.Post("password", new { current = password, password = "Changed-horse-1" }).MustBe(200);
        await _service.Recorded();

        Assert.Empty(await stream.Rest());
    }

    [Fact]
    public async Task A_slow_reader_is_disconnected()
    {
        const int events = 20_000;
        using var stream = await EventStream.Open(_service.Clerk);

        _service.Get<EventHub>().Tell(Enumerable.Range(0, events).Select(i => Event($"N{i}", "E1")));

        Assert.InRange((await stream.Rest()).Count, 1, events - 1);
    }

    private static LiveEvent Event(string subject, string enterprise) =>
        new("filing-decided", subject, SmallTown.TownA, enterprise, DateTimeOffset.UnixEpoch);
}
