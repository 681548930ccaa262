using System.Diagnostics;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>Runs the annealers in rounds. Each round divides the trucks into groups of neighbours, anew every time, and improves
/// each group by itself: threads never wait for each other, and an iteration over 100 jobs is far quicker than one over
/// 1000.</summary>
internal sealed class Team
{
    private readonly SearchModel _model;
    private readonly Tuning _tuning;
    private readonly Budget _budget;
    private readonly Stopwatch _clock;
    private readonly CancellationToken _cancel;
    private readonly ParallelOptions _parallel;
    private readonly Annealer[] _annealers;
    private readonly Grouping _grouping;
    private readonly Solution _current;

    public Team(SearchModel model, Tuning tuning, Budget budget, Stopwatch clock, CancellationToken cancel)
    {
        _model = model;
        _tuning = tuning;
        _budget = budget;
        _clock = clock;
        _cancel = cancel;
        _annealers =
        [
            .. Enumerable
                .Range(0, budget.Threads)
                .Select(thread => new Annealer(model, tuning, budget.Seed * 1_000 + (ulong)thread, cancel)),
        ];
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = budget.Threads, CancellationToken = cancel };
        _grouping = new Grouping(model, new SplitMix(budget.Seed * 1_000 + 999));
        _current = new Solution(model);
        Best = new Solution(model);
    }

    public Solution Best { get; }
    public long Iterations => _annealers.Sum(annealer => annealer.Iterations);

    /// <param name="early">Gets the first valid solution.</param>
    public void Run(Action<Solution> early)
    {
        var warm = _model.Problem.Previous.Count > 0;
        if (warm)
        {
            _current.CopyFrom(WarmStart.From(_model, FrozenDays.ByTruck(_model.Problem.Previous), _cancel));
        }

        var first = _annealers[0];
        first.Load(_current, [.. Enumerable.Range(0, _model.Vehicles.Length)], _current.Absent);
        first.Construct();
        Copy(first, _current, best: true);
        _current.Absent = first.BestAbsent;
        Best.CopyFrom(_current);
        early(Best);
        var perJob = _current.Days.Sum(day => day.Distance) / (double)Math.Max(1, _model.Jobs);
        var hot = (warm ? _tuning.WarmHot : _tuning.Hot) * perJob;
        var cold = _tuning.Cold * perJob;
        var rounds = _model.Jobs > _tuning.GroupFrom || _budget.Threads > 1 ? _tuning.Rounds : 1;
        // Even without any time there is the first plan.
        var begun = _budget.Time is { } time ? _clock.Elapsed.TotalSeconds / Math.Max(1e-3, time.TotalSeconds) : 0;
        if (begun >= 1)
        {
            return;
        }

        for (var round = 0; round < rounds; round++)
        {
            var from = begun + (1 - begun) * round / rounds;
            var to = begun + (1 - begun) * (round + 1) / rounds;
            Round(from, to, hot, cold, (_budget.Iterations ?? 0) / rounds);
        }
    }

    private void Round(double from, double to, double hot, double cold, long iterations)
    {
        if (_budget.Time is { } time && _clock.Elapsed.TotalSeconds / time.TotalSeconds >= to)
        {
            return;
        }

        var busy = _current.Days.Count(day => day.JobCount > 0);
        var groups =
            _model.Jobs > _tuning.GroupFrom && _model.Full?.Plants.Coupled != true
                ? Math.Min((int)Math.Round(_model.Jobs / _tuning.GroupSize), (int)(busy / _tuning.GroupDays))
                : 1;
        groups = groups <= 1 ? 1 : (groups + _budget.Threads - 1) / _budget.Threads * _budget.Threads;
        if (groups == 1 && _budget.Threads > 1)
        {
            OnTheWhole(from, to, hot, cold, iterations);
            return;
        }

        var parts = _grouping.Divide(_current, groups);
        var bests = new Solution(_model);
        var days = _current.Days;
        Parallel.For(
            0,
            _budget.Threads,
            _parallel,
            thread =>
            {
                Group[] mine = [.. parts.Where((_, index) => index % _budget.Threads == thread)];
                double jobs = Math.Max(1, mine.Sum(group => group.Size));
                double all = Math.Max(1, parts.Sum(group => group.Size));
                var start = from;
                foreach (var group in mine)
                {
                    var end = start + (to - from) * group.Size / jobs;
                    var annealer = _annealers[thread];
                    annealer.Load(_current, group.Trucks, group.Absent);
                    annealer.Run(SliceOf(start, end, hot, cold, (long)(iterations * group.Size / all)));
                    foreach (var truck in group.Trucks)
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
        _current.Absent = [.. parts.SelectMany(group => group.AbsentNow)];
        bests.Absent = [.. parts.SelectMany(group => group.AbsentBest)];
        if (bests.Cost(_model) < Best.Cost(_model))
        {
            Best.CopyFrom(bests);
        }
    }

    /// <summary>The problem is too small to divide: every thread works on all of it, and all continue from the best result.</summary>
    private void OnTheWhole(double from, double to, double hot, double cold, long iterations)
    {
        int[] trucks = [.. Enumerable.Range(0, _model.Vehicles.Length)];
        Parallel.For(
            0,
            _budget.Threads,
            _parallel,
            thread =>
            {
                _annealers[thread].Load(_current, trucks, _current.Absent);
                _annealers[thread].Run(SliceOf(from, to, hot, cold, iterations / _budget.Threads));
            }
        );
        foreach (var annealer in _annealers)
        {
            if (annealer.BestCost < Best.Cost(_model))
            {
                Copy(annealer, Best, best: true);
            }
        }

        Copy(_annealers.MinBy(annealer => annealer.State.Cost)!, _current, best: false);
    }

    private Slice SliceOf(double from, double to, double hot, double cold, long iterations) =>
        new()
        {
            From = from,
            To = to,
            Hot = hot * Math.Pow(cold / hot, from),
            Cold = hot * Math.Pow(cold / hot, to),
            Clock = _budget.Time is null ? null : _clock,
            Seconds = _budget.Time?.TotalSeconds ?? 0,
            Iterations = iterations,
        };

    private static void Copy(Annealer annealer, Solution to, bool best)
    {
        to.Take(best ? annealer.Best : annealer.State.Days, annealer.State.Trucks);
        to.Absent = best ? annealer.BestAbsent : annealer.State.Absent[..annealer.State.AbsentCount];
    }
}
