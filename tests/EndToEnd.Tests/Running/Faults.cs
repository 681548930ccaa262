using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace EndToEnd.Tests.Running;

/// <summary>Something that goes wrong while clients work, and is over when it returns.</summary>
internal sealed record Fault(string Name, Func<Installation, Load, Task, Task> Strike)
{
    /// <summary>So many answers are given while the broker, or the store, is away: filings go on.</summary>
    private const int Meanwhile = 100;
    private static readonly TimeSpan Locked = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostDrain = TimeSpan.FromSeconds(10);

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("kill -9 of the filing service", async (all, _, clients) =>
        {
            await all.Filing.Kill();
            await clients;
            await all.StartFiling();
        }),
        new("kill -9 of the worker", async (all, load, clients) =>
        {
            await all.Worker.Kill();
            await load.HasAnswered(Meanwhile, clients);
            await all.StartWorker();
        }),
        new("kill -9 of both", async (all, _, clients) =>
        {
            await Task.WhenAll(all.Filing.Kill(), all.Worker.Kill());
            await clients;
            await all.StartWorker();
            await all.StartFiling();
        }),
        new("kill -9 of the broker, away while filings go on", async (all, load, clients) =>
        {
            await all.Broker.Stop();
            await load.HasAnswered(Meanwhile, clients);
            await all.Broker.StartAgain();
        }),
        new("SIGTERM of both: drained within 10 s", async (all, _, clients) =>
        {
            var drain = Stopwatch.StartNew();
            await Task.WhenAll(all.Filing.Terminate(MostDrain), all.Worker.Terminate(MostDrain));
            all.Say($"Drained in {drain.Elapsed.TotalSeconds:0.0} s.");
            await clients;
            await all.StartWorker();
            await all.StartFiling();
        }),
        new("both stores locked by another for 10 s", async (all, load, clients) =>
        {
            await Task.WhenAll(Hold(Path.Combine(all.FilingFolder, "filing.db")), Hold(Path.Combine(all.DispatchFolder, "dispatch.db")));
            await load.HasAnswered(Meanwhile, clients);
        }),
    ];

    private static async Task Hold(string file)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30, Pooling = false }.ToString());
        await connection.OpenAsync();

        // Not deferred: the store's one writing transaction is ours until it is disposed.
        await using var transaction = connection.BeginTransaction(deferred: false);
        await Task.Delay(Locked);
    }
}

/// <summary>Clients work, faults strike, one after the other; then everything that was answered is looked for.</summary>
internal static class Faults
{
    private const int Trucks = 900;
    private const int LeastAnswers = 100;
    private const int MostAnswers = 300;

    /// <summary>Every fault so many times, over one installation.</summary>
    public static async Task<KillOutcome> Run(IReadOnlyList<Fault> faults, int rounds, int seed, Action<string> say)
    {
#pragma warning disable CA5394 // when to strike is no secret
        var random = new Random(seed);
        say($"Seed {seed}.");
        await using var all = await Installation.Start(say);
        await Make.World(all.Client, Trucks);
        var load = new Load(all.Client, seed, Trucks);
        foreach (var (fault, round) in Enumerable.Range(1, rounds).SelectMany(round => faults.Select(fault => (fault, round))))
        {
            var watch = Stopwatch.StartNew();
            var clients = load.Run();
            await load.HasAnswered(random.Next(LeastAnswers, MostAnswers), clients);
            await Task.Delay(random.Next(20));
            await fault.Strike(all, load, clients);
            load.Pause();
            await clients;
            say($"{fault.Name}, round {round}: {load.Answered} answers so far; {watch.Elapsed.TotalSeconds:0.0} s.");
        }

        await load.Finish();
        return await Kills.Look(all.Client, load);
#pragma warning restore CA5394
    }
}
