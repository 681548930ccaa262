using System.Diagnostics;

namespace EndToEnd.Tests.Running;

/// <summary>Clients work while one fault after the other occurs; then everything that was answered is checked.</summary>
internal static class Faults
{
    private const int Trucks = 900;
    private const int LeastAnswers = 100;
    private const int MostAnswers = 300;
    private const int Nodes = 3;

    /// <summary>Runs one fault after the other on one installation.</summary>
    public static async Task<KillOutcome> Run(IEnumerable<Fault> faults, int seed, Action<string> say)
    {
#pragma warning disable CA5394 // when to strike is no secret
        var random = new Random(seed);
        say($"Seed {seed}.");
        await using var all = await Installation.Start(say, Nodes, hasDisk: true);
        await Make.World(all.Client, Trucks);
        var load = new Load(all.Client, seed, Trucks);
        foreach (var (number, fault) in faults.Index())
        {
            var watch = Stopwatch.StartNew();
            var clients = load.Run();
            await load.HasAnswered(random.Next(LeastAnswers, MostAnswers), clients);
            await Task.Delay(random.Next(20));
            await fault.Strike(all, load, clients);
            load.Pause();
            await clients;
            say($"{number + 1}. {fault.Name}: {load.Answered} answers so far; {watch.Elapsed.TotalSeconds:0.0} s.");
        }

        await load.Finish();
        return await Kills.Look(all.Client, load);
#pragma warning restore CA5394
    }
}
