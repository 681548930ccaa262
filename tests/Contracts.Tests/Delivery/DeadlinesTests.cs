using Contracts.Delivery;
using Microsoft.EntityFrameworkCore;

namespace Contracts.Tests.Delivery;

public sealed class DeadlinesTests
{
    private static readonly DateTimeOffset Ten = Make.At("10:00");

    [Fact]
    public async Task What_fell_due_strictly_before_acts_oldest_first_and_the_rest_waits()
    {
        await using var store = await Started();
        var acted = Recorded(store);
        await Set(
            store,
            ("b", Ten.AddMinutes(-1)),
            ("now", Ten),
            ("a", Ten.AddMinutes(-1)),
            ("old", Ten.AddHours(-1)),
            ("late", Ten.AddMilliseconds(1))
        );

        var applied = await Apply(store, Ten);

        Assert.Equal(3, applied);
        Assert.Equal(["old", "a", "b"], acted);
        Assert.Equal(["late", "now"], (await store.Rows<DeadlineRow>()).Select(row => row.Key).Order());
    }

    [Fact]
    public async Task More_than_one_batch_acts_in_order()
    {
        await using var store = await Started();
        var acted = Recorded(store);
        var keys = Enumerable.Range(0, 150).Select(i => $"k{i:000}").ToArray();
        await Set(store, [.. keys.Reverse().Select((key, i) => (key, Ten.AddMinutes(-1 - i)))]);

        await Apply(store, Ten);

        Assert.Equal(keys, acted);
        Assert.Empty(await store.Rows<DeadlineRow>());
    }

    [Fact]
    public async Task Setting_one_again_moves_it_and_clearing_takes_it_away()
    {
        await using var store = await Started();
        var acted = Recorded(store);
        await Set(store, ("moved", Ten.AddHours(-1)), ("cleared", Ten.AddHours(-1)));

        await Set(store, ("moved", Ten));
        await store.Write(async db =>
        {
            await db.ClearDeadline("kind", "cleared", default);
            return true;
        });
        await Apply(store, Ten);

        Assert.Empty(acted);
        Assert.Equal(Ten, Assert.Single(await store.Rows<DeadlineRow>()).DueAt);
    }

    [Fact]
    public async Task One_that_cannot_act_is_parked_with_its_error_and_leaves_nothing_half_done()
    {
        await using var store = await Started();
        store.OnDue = (db, deadline, _) =>
        {
            db.Add(new Note { Id = deadline.Key });
            return deadline.Key == "bad" ? throw new KeyNotFoundException("gone") : Task.CompletedTask;
        };
        await Set(store, ("a", Ten.AddMinutes(-3)), ("bad", Ten.AddMinutes(-2)), ("c", Ten.AddMinutes(-1)));

        await store.Write(async db =>
        {
            db.Add(new Note { Id = "caller" });
            return await store.Get<Deadlines<SampleDb>>().ApplyBefore(db, Ten, default);
        });

        Assert.Equal(["a", "c", "caller"], await store.NoteIds());
        var parked = Assert.Single(await store.Rows<DeadlineRow>());
        Assert.Equal(("bad", "gone", Ten.AddMinutes(-2)), (parked.Key, parked.LastError, parked.ParkedAt));
        Assert.Equal(0, await Apply(store, Ten));
    }

    [Fact]
    public async Task What_was_sent_before_one_that_cannot_act_is_sent_once()
    {
        await using var store = await Started();
        store.OnDue = (db, deadline, _) =>
        {
            db.Emit(Messages.Samples.ReviewEnded with { Number = deadline.Key });
            return deadline.Key == "bad" ? throw new KeyNotFoundException("gone") : Task.CompletedTask;
        };
        await Set(store, ("a", Ten.AddMinutes(-3)), ("bad", Ten.AddMinutes(-2)), ("c", Ten.AddMinutes(-1)));

        await Apply(store, Ten);

        var sent = (await store.Rows<OutboxRow>()).Select(row =>
            System.Text.Json.JsonDocument.Parse(row.Body).RootElement.GetProperty("number").GetString()
        );
        Assert.Equal(["a", "c"], sent.Order());
    }

    [Fact]
    public async Task One_that_is_begun_again_stays_where_it_was()
    {
        await using var store = await Started();

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    store.Write(async db =>
                    {
                        await db.BeginDeadline("kind", "daily", Ten.AddHours(i), default);
                        return true;
                    })
                )
        );

        Assert.Equal(Ten, Assert.Single(await store.Rows<DeadlineRow>()).DueAt);
    }

    [Fact]
    public async Task One_set_by_another_acts_in_its_turn()
    {
        await using var store = await Started();
        var acted = Recorded(
            store,
            (db, deadline) => deadline.Key == "first" ? db.SetDeadline("kind", "between", Ten.AddMinutes(-2), default) : Task.CompletedTask
        );
        await Set(store, ("first", Ten.AddMinutes(-3)), ("last", Ten.AddMinutes(-1)));

        await Apply(store, Ten);

        Assert.Equal(["first", "between", "last"], acted);
    }

    [Fact]
    public async Task One_cleared_or_moved_by_another_does_not_act()
    {
        await using var store = await Started();
        var acted = Recorded(
            store,
            async (db, deadline) =>
            {
                if (deadline.Key != "first")
                {
                    return;
                }

                await db.ClearDeadline("kind", "cleared", default);
                await db.SetDeadline("kind", "moved", Ten.AddHours(1), default);
            }
        );
        await Set(store, ("first", Ten.AddMinutes(-3)), ("cleared", Ten.AddMinutes(-2)), ("moved", Ten.AddMinutes(-1)));

        await Apply(store, Ten);

        Assert.Equal(["first"], acted);
        Assert.Equal("moved", Assert.Single(await store.Rows<DeadlineRow>()).Key);
    }

    [Fact]
    public async Task One_that_sets_itself_again_stays()
    {
        await using var store = await Started();
        var acted = Recorded(store, (db, deadline) => db.SetDeadline("kind", "daily", deadline.DueAt.AddHours(1), default));
        await Set(store, ("daily", Ten.AddHours(-2)));

        await Apply(store, Ten);

        Assert.Equal(["daily", "daily"], acted);
        Assert.Equal(Ten, Assert.Single(await store.Rows<DeadlineRow>()).DueAt);
    }

    [Fact]
    public async Task The_sweep_lets_act_what_fell_due_by_the_clock()
    {
        await using var store = await Started();
        var acted = Recorded(store);
        await Set(store, ("k", Ten));
        var sweep = store.Get<DeadlineSweep<SampleDb>>();

        var tooSoon = await sweep.SweepOnce(default);
        store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var due = await sweep.SweepOnce(default);

        Assert.Equal((0, 1), (tooSoon, due));
        Assert.Equal(["k"], acted);
    }

    private static async Task<SampleStore> Started()
    {
        var store = new SampleStore();
        await store.Start<Writer<SampleDb>>();
        return store;
    }

    private static List<string> Recorded(SampleStore store, Func<SampleDb, DeadlineRow, Task>? act = null)
    {
        var acted = new List<string>();
        store.OnDue = (db, deadline, _) =>
        {
            acted.Add(deadline.Key);
            return act?.Invoke(db, deadline) ?? Task.CompletedTask;
        };
        return acted;
    }

    [Fact]
    public async Task The_store_is_not_queried_while_nothing_is_due_and_a_later_deadline_is_still_applied_first()
    {
        await using var store = await Started();
        var acted = Recorded(store);
        await Set(store, ("far", Ten.AddHours(1)));
        await Apply(store, Ten);
        Assert.True(store.Get<DeadlineHorizon<SampleDb>>().IsClear(Ten.AddHours(1)));
        Assert.False(store.Get<DeadlineHorizon<SampleDb>>().IsClear(Ten.AddHours(1).AddMilliseconds(1)));

        await Set(store, ("near", Ten.AddMinutes(1)));
        await Apply(store, Ten.AddMinutes(2));

        Assert.Equal(["near"], acted);
    }

    [Fact]
    public async Task What_a_failed_request_had_let_act_falls_due_again()
    {
        await using var store = await Started();
        var acted = Recorded(store);
        await Set(store, ("a", Ten.AddMinutes(-1)));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            store.Write<bool>(async db =>
            {
                await store.Get<Deadlines<SampleDb>>().ApplyBefore(db, Ten, default);
                throw new InvalidOperationException("no");
            })
        );
        await Apply(store, Ten);

        Assert.Equal(["a", "a"], acted);
    }

    [Fact]
    public async Task The_sweep_finds_what_another_set_behind_the_horizon()
    {
        await using var store = await Started();
        var acted = Recorded(store);
        await Apply(store, Ten);
        await using (var db = store.Open())
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO deadlines (Kind, Key, DueAt) VALUES ('kind', 'unseen', {Ten.AddMinutes(-1).ToUnixTimeMilliseconds()})"
            );
        }

        await store.Get<DeadlineSweep<SampleDb>>().SweepOnce(default);

        Assert.Equal(["unseen"], acted);
    }

    private static Task<bool> Set(SampleStore store, params (string Key, DateTimeOffset DueAt)[] deadlines) =>
        store.Write(async db =>
        {
            foreach (var (key, dueAt) in deadlines)
            {
                await db.SetDeadline("kind", key, dueAt, default);
            }

            return true;
        });

    private static Task<int> Apply(SampleStore store, DateTimeOffset moment) =>
        store.Write(db => store.Get<Deadlines<SampleDb>>().ApplyBefore(db, moment, default));
}
