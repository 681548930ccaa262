using System.Diagnostics;
using EndToEnd.Tests.Brokers;
using Microsoft.Data.Sqlite;

namespace EndToEnd.Tests.Running;

/// <summary>A fault that occurs while clients work, and is over when this returns.</summary>
internal sealed record Fault(string Name, Func<Installation, Load, Task, Task> Strike)
{
    /// <summary>True if it lasts by itself, or until nodes of the broker are back.</summary>
    public bool IsLong { get; private init; }

    /// <summary>The number of answers to give while the broker or the store is away: filings go on.</summary>
    private const int Meanwhile = 100;
    private const int Times = 100;
    private static readonly TimeSpan Locked = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SteppedBack = TimeSpan.FromMinutes(-5);
    private static readonly TimeSpan MostDrain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static IReadOnlyList<Fault> All { get; } =
    [
        new(
            "kill -9 of the filing service",
            async (all, _, clients) =>
            {
                await all.Filing.Kill();
                await clients;
                await all.StartFiling();
            }
        ),
        new(
            "kill -9 of the worker",
            async (all, load, clients) =>
            {
                await all.Worker.Kill();
                await load.HasAnswered(Meanwhile, clients);
                await all.StartWorker();
            }
        ),
        new(
            "kill -9 of both",
            async (all, _, clients) =>
            {
                await KillBoth(all, clients);
                await StartBoth(all);
            }
        ),
        new(
            "kill -9 of the leader of three nodes",
            async (all, load, clients) =>
            {
                var leader = await all.Broker.LeaderOf("dispatch-judge-sightings");
                await leader.Kill();
                await load.HasAnswered(Meanwhile, clients);
                await leader.StartAgain();
            }
        )
        {
            IsLong = true,
        },
        new(
            "kill -9 of the whole broker, away 60 s while filings go on",
            async (all, load, clients) =>
            {
                await all.Broker.Kill();
                var away = Task.Delay(Away);
                await load.HasAnswered(Meanwhile, clients);
                load.Pause();
                await clients;
                await away;
                var late = load.Run();
                await load.HasAnswered(Meanwhile, late);
                await all.Broker.StartAgain();
                load.Pause();
                await late;
            }
        )
        {
            IsLong = true,
        },
        new(
            "broker restarted, a few messages on their way and then nothing",
            async (all, load, clients) =>
            {
                load.Pause();
                await clients;
                await IsSent(all);
                var few = load.Run();
                await load.HasAnswered(1, few);
                await all.Broker.Kill();
                await load.HasAnswered(1, few);
                load.Pause();
                await few;
                await all.Broker.StartAgain();

                // Without new messages nothing wakes the dispatcher.
                await IsSent(all);
            }
        )
        {
            IsLong = true,
        },
        new(
            "SIGTERM of both: drained within 10 s",
            async (all, _, clients) =>
            {
                var drain = Stopwatch.StartNew();
                await Task.WhenAll(all.Filing.Terminate(MostDrain), all.Worker.Terminate(MostDrain));
                all.Say($"Drained in {drain.Elapsed.TotalSeconds:0.0} s.");
                await clients;
                await StartBoth(all);
            }
        ),
        new(
            "both stores locked by another for 10 s",
            async (all, load, clients) =>
            {
                await Task.WhenAll(
                    Hold(Path.Combine(all.FilingFolder, "filing.db")),
                    Hold(Path.Combine(all.DispatchFolder, "dispatch.db"))
                );
                await load.HasAnswered(Meanwhile, clients);
            }
        )
        {
            IsLong = true,
        },
        new(
            "disk of both full for 10 s, the outboxes on it",
            async (all, load, clients) =>
            {
                if (all.Disk is not { } disk)
                {
                    all.Say("Left out: a disk of its own cannot be mounted here.");
                    return;
                }

                disk.Fill();
                await Task.Delay(Locked);
                disk.Free();
                await load.HasAnswered(Meanwhile, clients);
            }
        )
        {
            IsLong = true,
        },
        new(
            "clock stepped back 5 min, and kill -9 of both meanwhile",
            async (all, load, clients) =>
            {
                // Only for this fault: libfaketime makes the runtime's waits less efficient and both programs slower.
                var clock = all.Clock = SteppedClock.Make(all.Folder);
                await KillBoth(all, clients);
                await StartBoth(all);
                var before = load.Run();
                await load.HasAnswered(Meanwhile, before);
                clock.Set(SteppedBack);
                await load.HasAnswered(Meanwhile, before);
                await Eventually.See(
                    "readyz says that the clock was stepped back.",
                    Patience,
                    async () => Part(await all.Client.Get(Make.Squad, "../../readyz"), "clock") == "degraded"
                );
                await KillBoth(all, before);
                await StartBoth(all);
                var behind = load.Run();
                await load.HasAnswered(Meanwhile, behind);
                clock.Set(TimeSpan.Zero);
                all.Clock = null;
                await KillBoth(all, behind);
                await StartBoth(all);
            }
        )
        {
            IsLong = true,
        },
        new(
            $"messages twice, and up to {Times} times, in reverse order",
            async (all, load, clients) =>
            {
                // The worker is down: its messages wait in its queues.
                await all.Worker.Kill();
                await load.HasAnswered(Meanwhile, clients);
                load.Pause();
                await clients;
                await IsSent(all);
                var told = await Queues.Multiply(all.Broker.Nodes[0].Address, DispatchWorker.DispatchServices.Consumers.Endpoints, Times);

                // Then the other direction: the worker sends to a filing service that is down.
                await all.Filing.Kill();
                await all.StartWorker();
                await Eventually.See(
                    "the worker has taken and sent everything.",
                    Patience,
                    async () =>
                        await Queues.AreEmpty(all.Broker.Nodes[0].Address, DispatchWorker.DispatchServices.Consumers.Endpoints)
                        && await all.WorkerMetric("store_outbox_length") == 0,
                    () => all.Worker.Explanation
                );
                var answered = await Queues.Multiply(all.Broker.Nodes[0].Address, FilingApi.Service.Consumers.Endpoints, Times);
                all.Say(
                    $"{told} messages to the worker and {answered} to the filing service, twice, twenty of each queue {Times} "
                        + $"times, the last first."
                );
                if (told == 0 || answered == 0)
                {
                    throw new InvalidOperationException("There was no message to multiply.");
                }

                await all.StartFiling();
            }
        )
        {
            IsLong = true,
        },
        new(
            "poison among good messages",
            async (all, load, clients) =>
            {
                var endpoints = DispatchWorker.DispatchServices.Consumers.Endpoints.Concat(FilingApi.Service.Consumers.Endpoints).ToList();
                var poured = await Queues.Poison(all.Broker.Nodes[0].Address, endpoints);
                await load.HasAnswered(Meanwhile, clients);
                var aside = 0L;
                await Eventually.See(
                    $"{poured} messages are parked, and no other.",
                    Patience,
                    async () => (aside = await Queues.Parked(all.Broker.Nodes[0].Address, endpoints)) == poured,
                    () => $"There are {aside}. {all.Worker.Explanation} {all.Filing.Explanation}"
                );
                await Queues.ForgetParked(all.Broker.Nodes[0].Address, endpoints);
                all.Say($"{poured} messages that nobody can read were parked, none was lost.");
            }
        ),
    ];

    private static async Task KillBoth(Installation all, Task clients)
    {
        await Task.WhenAll(all.Filing.Kill(), all.Worker.Kill());
        await clients;
    }

    private static async Task StartBoth(Installation all)
    {
        await all.StartWorker();
        await all.StartFiling();
    }

    private static Task IsSent(Installation all) =>
        Eventually.See(
            "the filing service has sent everything.",
            Patience,
            async () => await all.Client.Metric("store_outbox_length{store=\"FilingDb\"}") == 0,
            () => all.Filing.Explanation
        );

    private static string? Part(Reply ready, string part) =>
        ready.Body.GetProperty("parts").GetProperty(part).GetProperty("status").GetString();

    private static async Task Hold(string file)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                DefaultTimeout = 30,
                Pooling = false,
            }.ToString()
        );
        await connection.OpenAsync();

        // Not deferred: we hold the store's only write transaction until it is disposed.
        await using var transaction = connection.BeginTransaction(deferred: false);
        await Task.Delay(Locked);
    }
}
