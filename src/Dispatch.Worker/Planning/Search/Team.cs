using System.Diagnostics;

namespace DispatchWorker.Planning.Search;

/// <summary>How long to search: by the clock, or by iterations (the same plan every time).</summary>
public sealed record Budget
{
    public TimeSpan? Time { get; init; }

    /// <summary>Over all threads together.</summary>
    public long? Iterations { get; init; }
    public int Threads { get; init; } = 1;
    public ulong Seed { get; init; } = 1;
}

/// <summary>Runs the annealers in rounds. In each round the trucks are dealt into groups of neighbours and every group is improved by itself:
/// two threads never wait for each other, and a round over 100 jobs is far quicker than one over 1000. The next round deals anew.</summary>
internal sealed class Team
{
    private readonly Model model;
    private readonly Tuning tuning;
    private readonly Budget budget;
    private readonly Stopwatch clock;
    private readonly Annealer[] annealers;
    private readonly Grouping grouping;
    private readonly Solution current;

    public Team(Model model, Tuning tuning, Budget budget, Stopwatch clock)
    {
        this.model = model;
        this.tuning = tuning;
        this.budget = budget;
        this.clock = clock;
        annealers =
        [
            .. Enumerable.Range(0, budget.Threads).Select(thread => new Annealer(model, tuning, budget.Seed * 1_000 + (ulong)thread)),
        ];
        grouping = new Grouping(model, new Dice(budget.Seed * 1_000 + 999));
        current = new Solution(model);
        Best = new Solution(model);
    }

    public Solution Best { get; }
    public long Iterations => annealers.Sum(annealer => annealer.Iterations);

    /// <param name="early">Told of the first valid solution.</param>
    public void Run(Action<Solution> early)
    {
        bool warm = model.Problem.Previous.Count > 0;
        if (warm)
        {
            current.CopyFrom(WarmStart.From(model, FrozenDays.ByTruck(model.Problem.Previous)));
        }
        Annealer first = annealers[0];
        first.Load(current, [.. Enumerable.Range(0, model.Vehicles.Length)], current.Absent);
        first.Construct();
        Hand(first, current, best: true);
        current.Absent = first.BestAbsent;
        Best.CopyFrom(current);
        early(Best);
        double perJob = current.Days.Sum(day => day.Distance) / (double)Math.Max(1, model.Jobs);
        double hot = (warm ? tuning.WarmHot : tuning.Hot) * perJob,
            cold = tuning.Cold * perJob;
        int rounds = model.Jobs > tuning.GroupFrom || budget.Threads > 1 ? tuning.Rounds : 1;
        // No time at all still gives the first plan.
        double begun = budget.Time is { } time ? clock.Elapsed.TotalSeconds / Math.Max(1e-3, time.TotalSeconds) : 0;
        if (begun >= 1)
        {
            return;
        }

        for (int round = 0; round < rounds; round++)
        {
            double from = begun + (1 - begun) * round / rounds,
                to = begun + (1 - begun) * (round + 1) / rounds;
            Round(from, to, hot, cold, (budget.Iterations ?? 0) / rounds);
        }
    }

    private void Round(double from, double to, double hot, double cold, long iterations)
    {
        if (budget.Time is { } time && clock.Elapsed.TotalSeconds / time.TotalSeconds >= to)
        {
            return;
        }

        int busy = current.Days.Count(day => day.JobCount > 0);
        int groups =
            model.Jobs > tuning.GroupFrom && model.Full?.Coupled != true
                ? Math.Min((int)Math.Round(model.Jobs / tuning.GroupSize), (int)(busy / tuning.GroupDays))
                : 1;
        groups = groups <= 1 ? 1 : (groups + budget.Threads - 1) / budget.Threads * budget.Threads;
        if (groups == 1 && budget.Threads > 1)
        {
            Twins(from, to, hot, cold, iterations);
            return;
        }

        List<Group> dealt = grouping.Deal(current, groups);
        Solution bests = new(model);
        Day[] days = current.Days;
        Parallel.For(
            0,
            budget.Threads,
            new ParallelOptions { MaxDegreeOfParallelism = budget.Threads },
            thread =>
            {
                Group[] mine = [.. dealt.Where((_, index) => index % budget.Threads == thread)];
                double jobs = Math.Max(1, mine.Sum(group => group.Size)),
                    all = Math.Max(1, dealt.Sum(group => group.Size)),
                    start = from;
                foreach (Group group in mine)
                {
                    double end = start + (to - from) * group.Size / jobs;
                    Annealer annealer = annealers[thread];
                    annealer.Load(current, group.Trucks, group.Absent);
                    annealer.Run(Part(start, end, hot, cold, (long)(iterations * group.Size / all)));
                    foreach (int truck in group.Trucks)
                    {
                        days[truck].CopyFrom(annealer.State.Days[truck]);
                        bests.Days[truck].CopyFrom(annealer.Best[truck]);
                    }
                    group.AbsentNow = annealer.State.Absent[..annealer.State.AbsentCount];
                    group.AbsentBest = annealer.BestAbsent;
                    start = end;
                }
            }
        );
        current.Absent = [.. dealt.SelectMany(group => group.AbsentNow)];
        bests.Absent = [.. dealt.SelectMany(group => group.AbsentBest)];
        if (bests.Cost(model) < Best.Cost(model))
        {
            Best.CopyFrom(bests);
        }
    }

    /// <summary>Too small to share: every thread works on the whole, and at the end of the round the best of them is everyone's start.</summary>
    private void Twins(double from, double to, double hot, double cold, long iterations)
    {
        int[] trucks = [.. Enumerable.Range(0, model.Vehicles.Length)];
        Parallel.For(
            0,
            budget.Threads,
            new ParallelOptions { MaxDegreeOfParallelism = budget.Threads },
            thread =>
            {
                annealers[thread].Load(current, trucks, current.Absent);
                annealers[thread].Run(Part(from, to, hot, cold, iterations / budget.Threads));
            }
        );
        foreach (Annealer annealer in annealers)
        {
            if (annealer.BestCost < Best.Cost(model))
            {
                Hand(annealer, Best, best: true);
            }
        }
        Hand(annealers.MinBy(annealer => annealer.State.Cost)!, current, best: false);
    }

    private Slice Part(double from, double to, double hot, double cold, long iterations) =>
        new()
        {
            From = from,
            To = to,
            Hot = hot * Math.Pow(cold / hot, from),
            Cold = hot * Math.Pow(cold / hot, to),
            Clock = budget.Time is null ? null : clock,
            Seconds = budget.Time?.TotalSeconds ?? 0,
            Iterations = iterations,
        };

    private static void Hand(Annealer annealer, Solution to, bool best)
    {
        to.Take(best ? annealer.Best : annealer.State.Days, annealer.State.Trucks);
        to.Absent = best ? annealer.BestAbsent : annealer.State.Absent[..annealer.State.AbsentCount];
    }
}
