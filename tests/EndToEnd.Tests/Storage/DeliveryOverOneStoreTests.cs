using System.Collections.Concurrent;
using Contracts.Delivery;
using Contracts.Filing;
using DispatchWorker.Data;
using EndToEnd.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace EndToEnd.Tests.Storage;

/// <summary>Two processes deliver over one store, and nothing is sent, taken or applied twice.</summary>
[Collection(ServerGroup.Name)]
public sealed class DeliveryOverOneStoreTests(ServerStore server) : StoreTests(server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Two_dispatchers_on_one_outbox_send_every_message_once(string store)
    {
        const int Messages = 1000;
        var sent = new ConcurrentQueue<string>();
        var (one, two) = (await Open(store, sent), await Open(store, sent));
        await one.Writer.Write(
            (db, _) =>
            {
                for (var i = 0; i < Messages; i++)
                {
                    db.Emit(StoreProcess.Ended($"n{i}"));
                }

                return Task.FromResult(true);
            },
            default
        );

        await Task.WhenAll(one.Start<Dispatcher<DispatchDb>>(), two.Start<Dispatcher<DispatchDb>>());

        await Eventually.See(
            "the outbox is empty.",
            Patience,
            async () =>
            {
                await using var db = one.Db();
                return !await db.Set<OutboxRow>().AnyAsync();
            },
            () => $"{sent.Count} sent"
        );
        Assert.Equal(Enumerable.Range(0, Messages).Select(i => $"n{i}").Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_message_received_twice_at_once_has_its_effect_once(string store)
    {
        var processes = new[] { await Open(store), await Open(store) };
        var ids = Enumerable.Range(0, 50).Select(_ => Guid.CreateVersion7()).ToList();
        var effects = new ConcurrentQueue<Guid>();

        await Task.WhenAll(
            processes.SelectMany(process =>
                ids.Select(async id =>
                {
                    // The loser of the race gets an exception from the store and tries again, as the bus would.
                    for (var isSettled = false; !isSettled; )
                    {
                        try
                        {
                            if (await process.Writer.Write((db, cancel) => db.FirstSeen(id, "effects", Make.Now(), cancel), default))
                            {
                                effects.Enqueue(id);
                            }

                            isSettled = true;
                        }
                        catch (Exception lost) when (lost is DbUpdateException or System.Data.Common.DbException)
                        {
                            await Task.Yield();
                        }
                    }
                })
            )
        );

        Assert.Equal(ids.Order(), effects.Order());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_due_deadline_is_applied_once_and_one_that_is_not_due_stays(string store)
    {
        const int Due = 120;
        var processes = new[] { await Open(store), await Open(store) };
        var now = Make.Now();
        await processes[0]
            .Writer.Write(
                async (db, cancel) =>
                {
                    for (var i = 0; i < Due; i++)
                    {
                        await db.BeginDeadline("test", $"d{i}", now.AddMinutes(-i - 1), cancel);
                    }

                    // Setting it again changes nothing; "ahead" is not due yet.
                    await db.BeginDeadline("test", "d0", now.AddHours(5), cancel);
                    await db.BeginDeadline("test", "ahead", now.AddHours(1), cancel);
                    return true;
                },
                default
            );

        await Task.WhenAll(
            processes.SelectMany(process =>
                Enumerable
                    .Range(0, 4)
                    .Select(_ =>
                        process.Writer.Write((db, cancel) => process.Get<Deadlines<DispatchDb>>().ApplyBefore(db, now, cancel), default)
                    )
            )
        );

        await using var db = processes[0].Db();
        var effects = await db.Set<OutboxRow>().Select(row => row.Body).ToListAsync();
        Assert.Equal(
            Enumerable.Range(0, Due).Select(i => $"d{i}").Order(StringComparer.Ordinal),
            effects
                .Select(body => System.Text.Json.JsonSerializer.Deserialize<ReviewEnded>(body, Wire.Json)!.Number)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(["ahead"], await db.Set<DeadlineRow>().Where(row => row.Kind == "test").Select(row => row.Key).ToListAsync());
    }
}
