using System.Diagnostics;

namespace DispatchWorker.Planning.Search;

/// <summary>Days too large for one table of times: dealt into districts of some trucks and their jobs, each planned as a problem of its own; then dealt
/// anew along other lines, from the plans as they stand, so that jobs can cross what was a border before.</summary>
internal sealed class Districts(Problem problem, Budget budget, ITravelTimes travel, Stopwatch clock)
{
    private const int Rounds = 3;
    private readonly Tuning tuning = Tuning.Default;
    private readonly TruckDay?[] days = new TruckDay?[problem.Trucks.Count];
    private readonly Dictionary<string, int> truckAt = problem
        .Trucks.Select((truck, index) => (truck.Id, index))
        .ToDictionary(pair => pair.Id, pair => pair.index);
    private readonly Dictionary<string, int> jobAt = problem
        .Jobs.Select((job, index) => (job.Id, index))
        .ToDictionary(pair => pair.Id, pair => pair.index);

    /// <summary>What a plant can still take is shared by all: then the districts are planned one after the other, each seeing what is booked.</summary>
    private readonly bool coupled = problem.Emptying.Any(plant => plant.Capacity is not null || plant.Bays is not null);
    private long iterations;

    public Plan Solve(Action<Plan>? early)
    {
        Dealing dealing = new(problem, new Dice(budget.Seed));
        List<District> dealt = dealing.First(Held());
        Round(dealt, 0, 0, Begun());
        early?.Invoke(Written());
        double begun = Begun();
        for (int round = 1; round <= Rounds && Begun() < 1; round++)
        {
            dealt = dealing.Again(Served(), Absent());
            Round(dealt, round, begun + (1 - begun) * (round - 1) / Rounds, begun + (1 - begun) * round / Rounds);
        }
        Plan plan = Written();
        return plan.Unassigned.Count == 0
            ? plan
            : plan with
            {
                Unassigned = Explained(plan, dealt),
                Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3),
            };
    }

    /// <summary>Share of the time that is gone; of iterations none is used before the rounds begin.</summary>
    private double Begun() => budget.Time is { } time ? clock.Elapsed.TotalSeconds / Math.Max(1e-3, time.TotalSeconds) : 0;

    private void Round(List<District> dealt, int round, double from, double to)
    {
        int threads = coupled ? 1 : budget.Threads;
        Parallel.For(
            0,
            threads,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            thread =>
            {
                int[] mine = [.. Enumerable.Range(0, dealt.Count).Where(index => index % threads == thread)];
                for (int i = 0; i < mine.Length; i++)
                {
                    double start = from + (to - from) * i / mine.Length,
                        end = from + (to - from) * (i + 1) / mine.Length;
                    // The first round only builds a plan, however little time there is.
                    if (round > 0 && Begun() >= end)
                    {
                        continue;
                    }

                    Work(dealt[mine[i]], (ulong)(round * 100_000 + mine[i]), round == 0 ? null : (start, end), dealt.Count);
                }
            }
        );
    }

    private void Work(District district, ulong number, (double From, double To)? share, int districts)
    {
        Problem part = PartOf(district);
        Model model = ModelBuilder.Build(part, travel);
        Annealer annealer = new(model, tuning, budget.Seed * 1_000_003 + number);
        Solution solution = WarmStart.From(
            model,
            share is null
                ? FrozenDays.ByTruck(part.Previous)
                : FrozenDays.ByTruck(district.Trucks.Select(truck => days[truck]).OfType<TruckDay>())
        );
        annealer.Load(solution, [.. Enumerable.Range(0, model.Vehicles.Length)], solution.Absent);
        annealer.Construct();
        if (share is { } slice)
        {
            double perJob = annealer.Best.Sum(day => day.Distance) / (double)Math.Max(1, model.Jobs);
            annealer.Run(
                new Slice
                {
                    From = slice.From,
                    To = slice.To,
                    Hot = tuning.WarmHot * perJob,
                    Cold = tuning.Cold * perJob,
                    Clock = budget.Time is null ? null : clock,
                    Seconds = budget.Time?.TotalSeconds ?? 0,
                    Iterations = (budget.Iterations ?? 0) / Rounds / districts,
                }
            );
        }
        solution.Take(annealer.Best, annealer.State.Trucks);
        solution.Absent = annealer.BestAbsent;
        LastTouch.Finish(model, solution);
        Interlocked.Add(ref iterations, annealer.Iterations);
        Plan plan = new PlanWriter(model).Write(solution);
        // Laid into other numbers a day may lose a job by rounding; then it stays as it was.
        if (share is null || Missed(plan) <= Missed(district))
        {
            Keep(district, plan);
        }
    }

    private double Missed(Plan plan) => plan.Unassigned.Sum(left => Weight(problem.Jobs[jobAt[left.Job]]));

    private double Missed(District district)
    {
        HashSet<string> served = [.. district.Trucks.SelectMany(truck => Stops(truck, "job"))];
        return district.Jobs.Select(job => problem.Jobs[job]).Where(job => !served.Contains(job.Id)).Sum(Weight);
    }

    private static double Weight(Job job) => Math.Max(0.01, job.Priority);

    private void Keep(District district, Plan plan)
    {
        foreach (int truck in district.Trucks)
        {
            days[truck] = null;
        }
        foreach (TruckDay day in plan.Trucks)
        {
            days[truckAt[day.Id]] = day;
        }
    }

    private IEnumerable<string> Stops(int truck, string kind) =>
        days[truck]?.Stops.Where(stop => stop.Kind == kind).Select(stop => stop.Id) ?? [];

    private Problem PartOf(District district)
    {
        Problem part = Part.Of(
            problem,
            [.. district.Trucks.Select(truck => problem.Trucks[truck])],
            [.. district.Jobs.Order().Select(job => problem.Jobs[job])]
        );
        if (!coupled)
        {
            return part;
        }

        HashSet<int> mine = [.. district.Trucks];
        ILookup<string, Booking> booked = Enumerable
            .Range(0, days.Length)
            .Where(truck => !mine.Contains(truck))
            .SelectMany(Bookings)
            .ToLookup(pair => pair.Plant, pair => pair.Booking);
        return part with { Emptying = [.. part.Emptying.Select(plant => plant with { Booked = [.. booked[plant.Id]] })] };
    }

    private IEnumerable<(string Plant, Booking Booking)> Bookings(int truck)
    {
        IReadOnlyList<Stop> stops = days[truck]?.Stops ?? [];
        for (int at = 1; at < stops.Count; at++)
        {
            if (stops[at].Kind == "emptying")
            {
                yield return (stops[at].Id, new Booking(stops[at].Start, stops[at].Leave, stops[at - 1].Load));
            }
        }
    }

    /// <summary>Jobs that belong to a truck before anything is planned: what it has begun, and what it had in the plan people hold.</summary>
    private int[][] Held()
    {
        HashSet<string> taken = [];
        List<int>[] held = [.. problem.Trucks.Select(_ => new List<int>())];
        foreach (FixedStops line in problem.Frozen.Concat(problem.Previous))
        {
            foreach (string stop in line.Stops)
            {
                if (jobAt.TryGetValue(stop, out int job) && taken.Add(stop))
                {
                    held[truckAt[line.Truck]].Add(job);
                }
            }
        }
        return [.. held.Select(jobs => jobs.ToArray())];
    }

    private int[][] Served() =>
        [.. Enumerable.Range(0, days.Length).Select(truck => Stops(truck, "job").Select(id => jobAt[id]).Distinct().ToArray())];

    private int[] Absent()
    {
        HashSet<int> served = [.. Served().SelectMany(jobs => jobs)];
        return [.. Enumerable.Range(0, problem.Jobs.Count).Where(job => !served.Contains(job))];
    }

    private Plan Written()
    {
        TruckDay[] used = [.. days.OfType<TruckDay>()];
        return new Plan
        {
            Name = problem.Name,
            Distance = Math.Round(used.Sum(Length), 6),
            Trucks = used,
            Unassigned = [.. Absent().Select(job => new LeftOut(problem.Jobs[job].Id, []))],
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3),
            Iterations = iterations,
            Seed = budget.Seed,
            Note = travel.Note,
        };
    }

    private double Length(TruckDay day)
    {
        int depot = problem.Depots.First(it => it.Id == problem.Trucks[truckAt[day.Id]].Depot).Place,
            at = depot;
        double length = 0;
        foreach (Stop stop in day.Stops.Where(stop => stop.Kind != "break"))
        {
            int place = stop.Kind switch
            {
                "job" => problem.Jobs[jobAt[stop.Id]].Place,
                "emptying" => plantPlace[stop.Id],
                _ => depot,
            };
            length += travel.Between(problem, at, place).Distance;
            at = place;
        }
        return length;
    }

    private readonly Dictionary<string, int> plantPlace = problem.Emptying.ToDictionary(plant => plant.Id, plant => plant.Place);

    /// <summary>A job is explained in its district: with the trucks that work there.</summary>
    private LeftOut[] Explained(Plan plan, List<District> dealt)
    {
        Func<bool> late = Planner.TooLate(budget, clock);
        HashSet<string> absent = [.. plan.Unassigned.Select(left => left.Job)];
        Dictionary<string, LeftOut> found = [];
        foreach (District district in dealt.OrderByDescending(district => district.Jobs.Max(job => problem.Jobs[job].Priority)))
        {
            if (late() || found.Count >= MostExplained)
            {
                break;
            }

            Problem part = PartOf(district);
            HashSet<string> trucks = [.. part.Trucks.Select(truck => truck.Id)];
            Plan here = plan with
            {
                Trucks = [.. plan.Trucks.Where(day => trucks.Contains(day.Id))],
                Unassigned = [.. part.Jobs.Where(job => absent.Contains(job.Id)).Select(job => new LeftOut(job.Id, []))],
            };
            if (here.Unassigned.Count > 0)
            {
                foreach (LeftOut left in Reasons.Of(part, here, travel, late))
                {
                    found[left.Job] = left;
                }
            }
        }
        return
        [
            .. plan.Unassigned.Select(left =>
                found.GetValueOrDefault(left.Job) ?? left with { Reasons = [Explain.OneOfMany(plan.Unassigned.Count)] }
            ),
        ];
    }

    private const int MostExplained = 200;
}
