using System.Collections.Concurrent;
using Contracts.Delivery;
using Contracts.Filing;
using Contracts.Register;
using DispatchWorker;
using DispatchWorker.Data;
using DispatchWorker.Settings;
using EndToEnd.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests.Storage;

/// <summary>What both services ask of their store, on each that they can have: two processes over one store, and nothing taken twice, lost or changed on the way.</summary>
[Collection(ServerGroup.Name)]
public sealed class StorageTests(ServerStore server) : IAsyncLifetime
{
    private const string File = "a SQLite file";
    private const string Server = "a SQL Server";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TempFolder _folder = new("storage");
    private readonly List<Process> _processes = [];

    public static TheoryData<string> Stores => [File, Server];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Two_dispatchers_over_one_outbox_send_every_message_once(string store)
    {
        const int Messages = 1000;
        var sent = new ConcurrentQueue<string>();
        var (one, two) = (await Open(store, sent), await Open(store, sent));
        await one.Writer.Write(
            (db, _) =>
            {
                for (var i = 0; i < Messages; i++)
                {
                    db.Emit(Ended($"n{i}"));
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
    public async Task A_message_that_two_receive_at_once_has_its_effect_once(string store)
    {
        var processes = new[] { await Open(store), await Open(store) };
        var ids = Enumerable.Range(0, 50).Select(_ => Guid.CreateVersion7()).ToList();
        var effects = new ConcurrentQueue<Guid>();

        await Task.WhenAll(
            processes.SelectMany(process =>
                ids.Select(async id =>
                {
                    // The loser of the race is told by its store, and tries again as the bus would.
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
    public async Task What_falls_due_is_applied_once_by_whichever_process_comes_first_and_what_is_not_due_stays(string store)
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

                    // Said again, it stays as it is; and one lies ahead.
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

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_request_that_fails_takes_nothing_of_the_others_with_it(string store)
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
    public async Task Whoever_holds_a_lock_by_name_is_alone_until_the_commit(string store)
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

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Rows_by_the_prepared_insert_and_by_the_context_read_back_as_they_were_written(string store)
    {
        var process = await Open(store);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123).ToOffset(TimeSpan.FromHours(8));
        SightingRow Row(string id, double? lat, PlateColour? colour) =>
            SightingRow.Of(
                new Sighting
                {
                    Id = id,
                    Account = "camera",
                    SenderId = id,
                    Town = "430181117",
                    Plate = "湘A00001",
                    Colour = colour,
                    At = at,
                    Activity = Activity.Passing,
                    Point = lat is { } north ? new GeoPoint(north, 113.25) : null,
                    Doubtful = lat is null,
                },
                at.AddSeconds(1)
            );
        var long_ = new string('示', SightingRow.IdLength);

        await process.Writer.Write(
            async (db, cancel) =>
            {
                await db.InsertAll(
                    [Row("prepared", 28.123456789, PlateColour.Yellow), Row("prepared-empty", null, null), Row(long_, 1, null)],
                    cancel
                );
                db.Add(Row("tracked", 28.123456789, PlateColour.Yellow));
                db.Add(Row("tracked-empty", null, null));
                return true;
            },
            default
        );

        await using var db = process.Db();
        var rows = await db.Sightings.AsNoTracking().ToDictionaryAsync(row => row.Id);
        Assert.Equal(5, rows.Count);
        Assert.Contains(long_, rows.Keys);
        foreach (var way in new[] { "prepared", "tracked" })
        {
            Assert.Equal(
                (at, at.AddSeconds(1), 28.123456789, 113.25, PlateColour.Yellow, false, null),
                (rows[way].At, rows[way].ArrivedAt, rows[way].Lat, rows[way].Lon, rows[way].Colour, rows[way].Doubtful, rows[way].Code)
            );
            Assert.Equal(
                (null, null, null, true),
                (rows[$"{way}-empty"].Lat, rows[$"{way}-empty"].Lon, rows[$"{way}-empty"].Colour, rows[$"{way}-empty"].Doubtful)
            );
        }

        // An instant is compared and ordered by the store itself.
        Assert.Equal(5, await db.Sightings.CountAsync(row => row.At <= at && row.ArrivedAt > at));
    }

    [Fact]
    public async Task On_a_SQL_Server_the_second_of_two_who_change_one_row_is_told_and_changes_nothing()
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

    private static ReviewEnded Ended(string number) =>
        new()
        {
            Number = number,
            Version = 1,
            Town = "430181117",
            Outcome = "recorded",
            EndedAt = Make.Now(),
        };

    private string Of(string store)
    {
        if (store == File)
        {
            return Path.Combine(_folder.Path, "dispatch.db");
        }

        Assert.SkipWhen(server.ConnectionString is null, ServerStore.None);
        return server.ConnectionString!;
    }

    /// <summary>What a process of the worker has, over the store.</summary>
    private async Task<Process> Open(string store, ConcurrentQueue<string>? sent = null)
    {
        var process = new Process(Of(store), sent ?? new());
        if (_processes.Count == 0)
        {
            await process.Begin();
        }

        _processes.Add(process);
        await process.Start<Writer<DispatchDb>>();
        return process;
    }

    private sealed class Process : IAsyncDisposable, IMessagePublisher, IDeadlineActs<DispatchDb>
    {
        private readonly ServiceProvider _services;
        private readonly string _store;
        private readonly ConcurrentQueue<string> _sent;
        private readonly List<IHostedService> _running = [];

        public Process(string store, ConcurrentQueue<string> sent)
        {
            (_store, _sent) = (store, sent);
            _services = new ServiceCollection()
                .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
                .AddMetrics()
                .AddDispatch(new DispatchSettings(store))
                .AddSingleton<IMessagePublisher>(this)
                .AddSingleton<IDeadlineActs<DispatchDb>>(this)
                .AddSingleton<SharedStore>()
                .BuildServiceProvider();
        }

        public Writer<DispatchDb> Writer => Get<Writer<DispatchDb>>();

        public T Get<T>()
            where T : notnull => _services.GetRequiredService<T>();

        public DispatchDb Db() => Get<IDbContextFactory<DispatchDb>>().CreateDbContext();

        /// <summary>An empty store of the right shape.</summary>
        public async Task Begin()
        {
            await using var db = Db();
            await DispatchStore.Open(db, _store, default);
            await db.Sightings.ExecuteDeleteAsync();
            await db.Set<OutboxRow>().ExecuteDeleteAsync();
            await db.Set<InboxRow>().ExecuteDeleteAsync();
            await db.Set<DeadlineRow>().ExecuteDeleteAsync();
        }

        public async Task Start<T>()
            where T : class, IHostedService
        {
            _running.Add(Get<T>());
            await Get<T>().StartAsync(default);
        }

        Task IMessagePublisher.Publish(object message, Type type, Guid id, string? town, CancellationToken cancel)
        {
            _sent.Enqueue(((ReviewEnded)message).Number);
            return Task.CompletedTask;
        }

        Task IDeadlineActs<DispatchDb>.Apply(DispatchDb db, DeadlineRow deadline, CancellationToken cancel)
        {
            db.Emit(Ended(deadline.Key));
            return Task.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var service in Enumerable.Reverse(_running))
            {
                await service.StopAsync(default);
            }

            await _services.DisposeAsync();
        }
    }
}
