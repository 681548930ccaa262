using Contracts.Delivery;
using Contracts.Filing;
using Contracts.Register;
using DispatchWorker.Data;
using EndToEnd.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace EndToEnd.Tests.Storage;

/// <summary>Writes to one store do not harm each other.</summary>
[Collection(ServerGroup.Name)]
public sealed class WritesToOneStoreTests(ServerStore server) : StoreTests(server)
{
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_failing_request_does_not_affect_the_others_of_its_group(string store)
    {
        var process = await Open(store);
        var requests = Enumerable
            .Range(0, 40)
            .Select(i =>
                process.Writer.Write(
                    async (db, cancel) =>
                    {
                        await db.BeginDeadline("test", $"w{i}", Make.Now().AddHours(1), cancel);
                        return i % 4 == 0 ? throw new InvalidOperationException("refused") : true;
                    },
                    default
                )
            )
            .ToList();

        foreach (var (request, i) in requests.Select((request, i) => (request, i)))
        {
            if (i % 4 == 0)
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => request);
            }
            else
            {
                Assert.True(await request);
            }
        }

        await using var db = process.Db();
        Assert.Equal(30, await db.Set<DeadlineRow>().CountAsync(row => row.Kind == "test"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_named_lock_is_held_by_one_writer_until_its_commit(string store)
    {
        var processes = new[] { await Open(store), await Open(store) };
        var (inside, most) = (0, 0);

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    processes[i % 2]
                        .Writer.Write(
                            async (db, cancel) =>
                            {
                                await db.Lock(["湘A00001", "湘A00002"], cancel);
                                most = Math.Max(most, Interlocked.Increment(ref inside));
                                await Task.Delay(5, cancel);
                                Interlocked.Decrement(ref inside);
                                return true;
                            },
                            default
                        )
                )
        );

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task On_a_SQL_Server_the_second_of_two_concurrent_changes_of_a_row_fails()
    {
        var process = await Open(Server);
        await process.Writer.Write(
            async (db, cancel) =>
            {
                await db.InsertAll(
                    [
                        SightingRow.Of(
                            new Sighting
                            {
                                Id = "seen",
                                Account = "camera",
                                SenderId = "seen",
                                Town = "430181117",
                                Plate = "湘A00001",
                                Colour = null,
                                At = Make.Now(),
                                Activity = Activity.Passing,
                                Point = null,
                                Doubtful = false,
                            },
                            Make.Now()
                        ),
                    ],
                    cancel
                );
                return true;
            },
            default
        );
        await using var first = process.Db();
        await using var second = process.Db();
        (await first.Sightings.SingleAsync(row => row.Id == "seen")).Doubtful = true;
        (await second.Sightings.SingleAsync(row => row.Id == "seen")).RunId = Guid.NewGuid();
        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }
}
