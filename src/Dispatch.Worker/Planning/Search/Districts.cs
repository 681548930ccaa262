using System.Diagnostics;
using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Travel;

namespace DispatchWorker.Planning.Search;

/// <summary>Plans days too large for one table of times. They are cut into districts of some trucks and their jobs, each a problem
/// of its own; then the plan is cut again along other lines, so that jobs can cross the former borders.</summary>
internal sealed class Districts(Problem problem, Budget budget, ITravelTimes travel, Stopwatch clock, CancellationToken cancel)
{
    private const int Rounds = 3;
    private readonly Tuning _tuning = Tuning.Default;
    private readonly TruckDay?[] _days = new TruckDay?[problem.Trucks.Count];
    private readonly Dictionary<string, int> _truckAt = problem
        .Trucks.Select((truck, index) => (truck.Id, index))
        .ToDictionary(pair => pair.Id, pair => pair.index);
    private readonly Dictionary<string, int> _jobAt = problem
        .Jobs.Select((job, index) => (job.Id, index))
        .ToDictionary(pair => pair.Id, pair => pair.index);
    private readonly Dictionary<string, int> _plantPlace = problem.Emptying.ToDictionary(plant => plant.Id, plant => plant.Place);

    /// <summary>Plants with limits are shared by all districts. Then these are planned one after the other, each with what is
    /// booked.</summary>
    private readonly bool _coupled = problem.Emptying.Any(plant => plant.Capacity is not null || plant.Bays is not null);
    private List<District> _districts = [];
    private long _iterations;

    public Plan Solve(Action<Plan>? early)
    {
        var cutter = new DistrictCutter(problem, new SplitMix(budget.Seed), cancel);
        _districts = cutter.First(Held());
        Round(0, 0, Begun());
        early?.Invoke(Written());
        var begun = Begun();
        for (var round = 1; round <= Rounds && Begun() < 1; round++)
        {
            _districts = cutter.Again(Served(), Absent());
            Round(round, begun + (1 - begun) * (round - 1) / Rounds, begun + (1 - begun) * round / Rounds);
        }

        return Written();
    }

    /// <summary>The last districts as problems of their own, those with the most urgent jobs first.</summary>
    public IEnumerable<Problem> Parts() =>
        _districts.OrderByDescending(district => district.Jobs.Max(job => problem.Jobs[job].Priority)).Select(PartOf);

    /// <summary>The share of the time that is used up; zero with an iteration budget.</summary>
    private double Begun() => budget.Time is { } time ? clock.Elapsed.TotalSeconds / Math.Max(1e-3, time.TotalSeconds) : 0;

    private void Round(int round, double from, double to)
    {
        var threads = _coupled ? 1 : budget.Threads;
        Parallel.For(
            0,
            threads,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            thread =>
            {
                int[] mine = [.. Enumerable.Range(0, _districts.Count).Where(index => index % threads == thread)];
                for (var i = 0; i < mine.Length; i++)
                {
                    var start = from + (to - from) * i / mine.Length;
                    var end = from + (to - from) * (i + 1) / mine.Length;
                    // The first round only builds a plan, however little time there is.
                    if (round > 0 && Begun() >= end)
                    {
                        continue;
                    }

                    Work(_districts[mine[i]], (ulong)(round * 100_000 + mine[i]), round == 0 ? null : (start, end));
                }
            }
        );
    }

    private void Work(District district, ulong number, (double From, double To)? share)
    {
        var part = PartOf(district);
        var model = SearchModelBuilder.Build(part, travel, cancel);
        var annealer = new Annealer(model, _tuning, budget.Seed * 1_000_003 + number, cancel);
        var solution = WarmStart.From(
            model,
            share is null
                ? FrozenDays.ByTruck(part.Previous)
                : FrozenDays.ByTruck(district.Trucks.Select(truck => _days[truck]).OfType<TruckDay>()),
            cancel
        );
        annealer.Load(solution, [.. Enumerable.Range(0, model.Vehicles.Length)], solution.Absent);
        annealer.Construct();
        if (share is { } slice)
        {
            var perJob = annealer.Best.Sum(day => day.Distance) / (double)Math.Max(1, model.Jobs);
            annealer.Run(
                new Slice
                {
                    From = slice.From,
                    To = slice.To,
                    Hot = _tuning.WarmHot * perJob,
                    Cold = _tuning.Cold * perJob,
                    Clock = budget.Time is null ? null : clock,
                    Seconds = budget.Time?.TotalSeconds ?? 0,
                    Iterations = (budget.Iterations ?? 0) / Rounds / _districts.Count,
                }
            );
        }

        solution.Take(annealer.Best, annealer.State.Trucks);
        solution.Absent = annealer.BestAbsent;
        WholeJobs.Enforce(model, solution, cancel);
        Interlocked.Add(ref _iterations, annealer.Iterations);
        var plan = new PlanWriter(model).Write(solution);
        // A district has scales of its own: rounding may cost a day one of its jobs. Then the old plan stays.
        if (share is null || Missed(plan) <= Missed(district))
        {
            Keep(district, plan);
        }
    }

    private double Missed(Plan plan) => plan.Unassigned.Sum(left => Weight(problem.Jobs[_jobAt[left.Job]]));

    private double Missed(District district)
    {
        HashSet<string> served = [.. district.Trucks.SelectMany(truck => Stops(truck, "job"))];
        return district.Jobs.Select(job => problem.Jobs[job]).Where(job => !served.Contains(job.Id)).Sum(Weight);
    }

    private static double Weight(Job job) => Math.Max(0.01, job.Priority);

    private void Keep(District district, Plan plan)
    {
        foreach (var truck in district.Trucks)
        {
            _days[truck] = null;
        }

        foreach (var day in plan.Trucks)
        {
            _days[_truckAt[day.Id]] = day;
        }
    }

    private IEnumerable<string> Stops(int truck, string kind) =>
        _days[truck]?.Stops.Where(stop => stop.Kind == kind).Select(stop => stop.Id) ?? [];

    private Problem PartOf(District district)
    {
        var part = Part.Of(
            problem,
            [.. district.Trucks.Select(truck => problem.Trucks[truck])],
            [.. district.Jobs.Order().Select(job => problem.Jobs[job])]
        );
        if (!_coupled)
        {
            return part;
        }

        HashSet<int> mine = [.. district.Trucks];
        var booked = Enumerable
            .Range(0, _days.Length)
            .Where(truck => !mine.Contains(truck))
            .SelectMany(Bookings)
            .ToLookup(pair => pair.Plant, pair => pair.Booking);
        return part with { Emptying = [.. part.Emptying.Select(plant => plant with { Booked = [.. booked[plant.Id]] })] };
    }

    private IEnumerable<(string Plant, Booking Booking)> Bookings(int truck)
    {
        var stops = _days[truck]?.Stops ?? [];
        for (var at = 1; at < stops.Count; at++)
        {
            if (stops[at].Kind == "emptying")
            {
                yield return (stops[at].Id, new Booking(stops[at].Start, stops[at].Leave, stops[at - 1].Load));
            }
        }
    }

    /// <summary>[truck]: jobs that it has begun or has in the plan people hold.</summary>
    private int[][] Held()
    {
        HashSet<string> taken = [];
        List<int>[] held = [.. problem.Trucks.Select(_ => new List<int>())];
        foreach (var line in problem.Frozen.Concat(problem.Previous))
        {
            foreach (var stop in line.Stops)
            {
                if (_jobAt.TryGetValue(stop, out var job) && taken.Add(stop))
                {
                    held[_truckAt[line.Truck]].Add(job);
                }
            }
        }

        return [.. held.Select(jobs => jobs.ToArray())];
    }

    private int[][] Served() =>
        [.. Enumerable.Range(0, _days.Length).Select(truck => Stops(truck, "job").Select(id => _jobAt[id]).Distinct().ToArray())];

    private int[] Absent()
    {
        HashSet<int> served = [.. Served().SelectMany(jobs => jobs)];
        return [.. Enumerable.Range(0, problem.Jobs.Count).Where(job => !served.Contains(job))];
    }

    private Plan Written()
    {
        TruckDay[] used = [.. _days.OfType<TruckDay>()];
        return new Plan
        {
            Name = problem.Name,
            Distance = Math.Round(used.Sum(Length), 6),
            Trucks = used,
            Unassigned = [.. Absent().Select(job => new LeftOut(problem.Jobs[job].Id, []))],
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3),
            Iterations = _iterations,
            Seed = budget.Seed,
            Note = travel.Note,
        };
    }

    private double Length(TruckDay day)
    {
        var depot = problem.Depots.First(it => it.Id == problem.Trucks[_truckAt[day.Id]].Depot).Place;
        var at = depot;
        double length = 0;
        foreach (var stop in day.Stops.Where(stop => stop.Kind != "break"))
        {
            var place = stop.Kind switch
            {
                "job" => problem.Jobs[_jobAt[stop.Id]].Place,
                "emptying" => _plantPlace[stop.Id],
                _ => depot,
            };
            length += travel.Between(problem, at, place).Distance;
            at = place;
        }

        return length;
    }
}
