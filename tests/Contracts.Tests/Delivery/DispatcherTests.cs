using System.Collections.Concurrent;
using Contracts.Delivery;
using Contracts.Filing;

namespace Contracts.Tests.Delivery;

public sealed class DispatcherTests
{
    [Fact]
    public async Task A_message_is_handed_on_with_its_rows_id_and_town_and_its_row_is_gone()
    {
        await using var store = new SampleStore();
        var sent = new ConcurrentBag<(object Message, Guid Id, string? Town)>();
        store.OnPublish = (message, id, town) =>
        {
            sent.Add((message, id, town));
            return Task.CompletedTask;
        };
        await store.Start<Writer<SampleDb>>();
        await store.Write(db => db.Emit(Messages.Samples.ReviewEnded, "430181117"));
        var row = Assert.Single(await store.Rows<OutboxRow>());

        await store.Start<Dispatcher<SampleDb>>();
        await Emptied(store);

        var only = Assert.Single(sent);
        Assert.Equal((Messages.Samples.ReviewEnded, row.Id, "430181117"), ((ReviewEnded)only.Message, only.Id, only.Town));
    }

    [Fact]
    public async Task A_message_that_fails_is_tried_again_with_the_same_id_and_holds_up_no_other()
    {
        await using var store = new SampleStore();
        var tries = new ConcurrentQueue<(string Number, Guid Id)>();
        store.OnPublish = (message, id, _) =>
        {
            var number = ((ReviewEnded)message).Number;
            tries.Enqueue((number, id));
            return number == "bad" && tries.Count(each => each.Number == "bad") < 3
                ? throw new TimeoutException("busy")
                : Task.CompletedTask;
        };
        await store.Start<Writer<SampleDb>>();
        await store.Start<Dispatcher<SampleDb>>();

        await store.Write(db =>
        {
            db.Emit(Messages.Samples.ReviewEnded with { Number = "bad" });
            db.Emit(Messages.Samples.ReviewEnded with { Number = "good" });
        });
        await Emptied(store);

        Assert.Equal(3, tries.Count(each => each.Number == "bad"));
        Assert.Single(tries.Where(each => each.Number == "bad").Select(each => each.Id).Distinct());
        Assert.Equal(1, tries.Count(each => each.Number == "good"));
    }

    [Fact]
    public async Task A_failed_try_is_kept_with_its_error_and_a_later_moment()
    {
        await using var store = new SampleStore();
        store.OnPublish = (_, _, _) => throw new TimeoutException("the broker is away");
        await store.Start<Writer<SampleDb>>();
        await store.Write(db => db.Add(Row(attempts: 4)));

        await store.Start<Dispatcher<SampleDb>>();
        await SampleStore.Until(async () => (await store.Rows<OutboxRow>()).Single().Attempts == 5);

        var row = Assert.Single(await store.Rows<OutboxRow>());
        Assert.Contains("the broker is away", row.LastError, StringComparison.Ordinal);
        Assert.True(row.NextAt > TimeProvider.System.GetUtcNow());
        Assert.Null(row.ParkedAt);
    }

    [Fact]
    public async Task A_poison_message_is_parked_and_stays_visible_with_its_error()
    {
        await using var store = new SampleStore();
        store.OnPublish = (_, _, _) => throw new InvalidOperationException("poison " + new string('x', OutboxRow.ErrorLength));
        await store.Start<Writer<SampleDb>>();
        await store.Write(db => db.Add(Row(attempts: Dispatcher<SampleDb>.MostAttempts - 1)));

        await store.Start<Dispatcher<SampleDb>>();
        await SampleStore.Until(async () => (await store.Rows<OutboxRow>()).Single().ParkedAt is not null);

        var row = Assert.Single(await store.Rows<OutboxRow>());
        Assert.Equal(Make.At("10:00"), row.ParkedAt);
        Assert.Contains("poison", row.LastError, StringComparison.Ordinal);
        Assert.Equal(OutboxRow.ErrorLength, row.LastError!.Length);
    }

    [Fact]
    public async Task A_message_of_an_unknown_type_is_parked_and_not_dropped()
    {
        await using var store = new SampleStore();
        await store.Start<Writer<SampleDb>>();
        await store.Write(db =>
            db.Add(
                new OutboxRow
                {
                    Type = "Contracts.Filing.Gone",
                    Body = "{}",
                    Attempts = Dispatcher<SampleDb>.MostAttempts - 1,
                }
            )
        );

        await store.Start<Dispatcher<SampleDb>>();
        await SampleStore.Until(async () => (await store.Rows<OutboxRow>()).Single().ParkedAt is not null);

        Assert.Contains("Contracts.Filing.Gone", Assert.Single(await store.Rows<OutboxRow>()).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_that_is_away_parks_nothing_however_long_and_is_soon_asked_again()
    {
        await using var store = new SampleStore();
        store.OnPublish = (_, _, _) => throw new BrokerAwayException(new TimeoutException("nobody there"));
        await store.Start<Writer<SampleDb>>();
        await store.Write(db => db.Add(Row(attempts: 1000)));

        await store.Start<Dispatcher<SampleDb>>();
        await SampleStore.Until(async () => (await store.Rows<OutboxRow>()).Single().Attempts == 1001);

        var row = Assert.Single(await store.Rows<OutboxRow>());
        Assert.Null(row.ParkedAt);
        Assert.Contains("nobody there", row.LastError, StringComparison.Ordinal);
        Assert.True(row.NextAt < TimeProvider.System.GetUtcNow().AddSeconds(16));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_clock_since_stepped_back_set_aside_is_sent_at_once_and_what_a_right_one_did_waits(bool isShared)
    {
        await using var store = new SampleStore(isShared);
        var now = TimeProvider.System.GetUtcNow();
        await store.Start<Writer<SampleDb>>();
        await store.Write(db =>
        {
            db.Add(Row(attempts: 1, nextAt: now + OutboxRow.LongestPause + TimeSpan.FromMinutes(1)));
            db.Add(Row(attempts: 2, nextAt: now + TimeSpan.FromMinutes(3)));
        });

        await store.Start<Dispatcher<SampleDb>>();
        await SampleStore.Until(async () => (await store.Rows<OutboxRow>()).Count == 1);

        Assert.Equal(2, Assert.Single(await store.Rows<OutboxRow>()).Attempts);
    }

    private static OutboxRow Row(int attempts, DateTimeOffset? nextAt = null) =>
        new()
        {
            NextAt = nextAt,
            Type = "Contracts.Filing.ReviewEnded",
            Body = System.Text.Json.JsonSerializer.Serialize(Messages.Samples.ReviewEnded, Wire.Json),
            Attempts = attempts,
        };

    private static Task Emptied(SampleStore store) => SampleStore.Until(async () => (await store.Rows<OutboxRow>()).Count == 0);
}
