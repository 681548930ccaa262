using Contracts.Delivery;
using Microsoft.EntityFrameworkCore;

namespace Contracts.Tests.Delivery;

public sealed class WriterTests
{
    [Fact]
    public async Task Waiting_requests_are_saved_in_one_commit_and_passed_to_the_hooks_in_order()
    {
        await using var store = new SampleStore();
        var writes = Enumerable.Range(0, 5).Select(i => store.Write(db => db.Add(new Note { Id = $"n{i}" }))).ToArray();

        await store.Start<Writer<SampleDb>>();
        await Task.WhenAll(writes);

        Assert.Equal(
            [
                ["n0"],
                ["n1"],
                ["n2"],
                ["n3"],
                ["n4"],
            ],
            Assert.Single(store.Groups)
        );
        Assert.Equal(1, store.GroupsEnded);
    }

    [Fact]
    public async Task An_answer_comes_after_the_commit()
    {
        await using var store = new SampleStore();
        await store.Start<Writer<SampleDb>>();

        var answer = await store.Write(db =>
        {
            db.Add(new Note { Id = "n" });
            return Task.FromResult(42);
        });

        Assert.Equal(42, answer);
        Assert.Equal(["n"], await store.NoteIds());
    }

    [Fact]
    public async Task A_request_that_throws_fails_alone_and_leaves_nothing_behind()
    {
        await using var store = new SampleStore();
        var before = store.Write(db => db.Add(new Note { Id = "before" }));
        var failing = store.Write(
            async Task<bool> (db) =>
            {
                db.Add(new Note { Id = "half" });
                await db.SaveChangesAsync();
                throw new InvalidOperationException("no");
            }
        );
        var after = store.Write(db => db.Add(new Note { Id = "after" }));

        await store.Start<Writer<SampleDb>>();

        Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.True(await before && await after);
        Assert.Equal(["after", "before"], await store.NoteIds());
        Assert.Equal(
            [
                ["before"],
                ["after"],
            ],
            Assert.Single(store.Groups)
        );
    }

    [Fact]
    public async Task A_request_alone_that_throws_takes_what_it_had_saved_with_it()
    {
        await using var store = new SampleStore();
        await store.Start<Writer<SampleDb>>();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            store.Write(
                async Task<bool> (db) =>
                {
                    db.Add(new Note { Id = "half" });
                    await db.SaveChangesAsync();
                    throw new InvalidOperationException();
                }
            )
        );
        await store.Write(db => db.Add(new Note { Id = "next" }));

        Assert.Equal(["next"], await store.NoteIds());
    }

    [Fact]
    public async Task A_request_whose_save_is_refused_by_the_store_fails_alone()
    {
        await using var store = new SampleStore();
        var first = store.Write(db => db.Add(new Note { Id = "same" }));
        var second = store.Write(db => db.Add(new Note { Id = "same" }));
        var third = store.Write(db => db.Add(new Note { Id = "third" }));

        await store.Start<Writer<SampleDb>>();

        await Assert.ThrowsAsync<DbUpdateException>(() => second);
        Assert.True(await first && await third);
        Assert.Equal(["same", "third"], await store.NoteIds());
    }

    [Fact]
    public async Task A_request_that_breaks_the_commit_itself_fails_alone_and_the_hooks_hear_only_of_what_was_committed()
    {
        await using var store = new SampleStore();
        var good = store.Write(db => db.Add(new Note { Id = "good" }));
        var bad = store.Write(async db =>
        {
            // The missing parent is noticed only at the commit.
            await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON");
            return db.Add(new Note { Id = "orphan", Under = "nobody" });
        });
        var better = store.Write(db => db.Add(new Note { Id = "better" }));

        await store.Start<Writer<SampleDb>>();

        await Assert.ThrowsAnyAsync<Exception>(() => bad);
        Assert.True(await good && await better);
        Assert.Equal(["better", "good"], await store.NoteIds());
        Assert.Equal(
            [
                [
                    ["good"],
                ],
                [
                    ["better"],
                ],
            ],
            store.Groups
        );
        Assert.Equal(4, store.GroupsEnded);
    }

    [Fact]
    public async Task A_row_is_saved_with_its_message_or_neither_is()
    {
        await using var store = new SampleStore();
        await store.Start<Writer<SampleDb>>();

        await store.Write(db =>
        {
            db.Add(new Note { Id = "kept" });
            db.Emit(Messages.Samples.ReviewEnded, "430181117");
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            store.Write(db =>
            {
                db.Add(new Note { Id = "lost" });
                db.Emit(Messages.Samples.ReviewEnded);
                throw new InvalidOperationException();
            })
        );

        Assert.Equal(["kept"], await store.NoteIds());
        var row = Assert.Single(await store.Rows<OutboxRow>());
        Assert.Equal(("Contracts.Filing.ReviewEnded", "430181117"), (row.Type, row.Town));
    }

    [Fact]
    public async Task What_was_taken_in_is_still_written_when_the_writer_stops()
    {
        await using var store = new SampleStore();
        var writes = Enumerable.Range(0, 300).Select(i => store.Write(db => db.Add(new Note { Id = $"n{i}" }))).ToArray();
        await store.Start<Writer<SampleDb>>();

        await store.Get<Writer<SampleDb>>().StopAsync(default);

        await Task.WhenAll(writes).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(300, (await store.NoteIds()).Count);
    }

    [Fact]
    public async Task A_caller_that_has_gone_does_not_stop_its_act_halfway()
    {
        await using var store = new SampleStore();
        using var caller = new CancellationTokenSource();
        await store.Start<Writer<SampleDb>>();

        var write = store
            .Get<Writer<SampleDb>>()
            .Write(
                async (db, cancel) =>
                {
                    await caller.CancelAsync();
                    db.Add(new Note { Id = "n" });
                    await db.SaveChangesAsync(cancel);
                    return true;
                },
                caller.Token
            );

        Assert.True(await write);
        Assert.Equal(["n"], await store.NoteIds());
    }
}
