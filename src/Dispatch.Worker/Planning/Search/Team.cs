using System.Diagnostics;

namespace DispatchWorker.Planning.Search;

/// <summary>How long to search: by the clock, or by iterations (the same plan every time).</summary>
public sealed record Budget
{
    public TimeSpan? Time { get; init; }
    public long? Iterations { get; init; }
    public int Threads { get; init; } = 1;
    public ulong Seed { get; init; } = 1;
}

/// <summary>Runs the annealers in rounds.</summary>
internal sealed class Team(Model model, Tuning tuning, Budget budget, Stopwatch clock)
{
    public long Iterations { get; private set; }
    public Solution Best { get; } = new(model);

    public void Run()
    {
        Annealer annealer = new(model, tuning, budget.Seed);
        annealer.Load(Best, [.. Enumerable.Range(0, model.Vehicles.Length)], Best.Absent);
        annealer.Construct();
        double perJob = annealer.State.Days.Sum(day => day.Distance) / (double)Math.Max(1, model.Jobs);
        annealer.Run(tuning.Hot * perJob, tuning.Cold * perJob, budget.Iterations ?? long.MaxValue, budget.Time is null ? null : clock, budget.Time ?? TimeSpan.Zero);
        Best.Take(annealer.Best, annealer.State.Trucks);
        Best.Absent = annealer.BestAbsent;
        Iterations = annealer.Iterations;
    }
}
