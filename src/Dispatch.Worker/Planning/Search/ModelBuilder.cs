namespace DispatchWorker.Planning.Search;

/// <summary>Turns a problem into whole numbers. Rounding is always to the safe side: windows shrink, work and travel grow, tanks shrink.</summary>
internal static class ModelBuilder
{
    private const double LongestDay = 100_000_000;
    private const int NeighbourCount = 100;
    private const int MostVisits = 50;

    /// <param name="problem">The day.</param>
    /// <param name="travel">Road times.</param>
    /// <param name="forSearch">False leaves out the neighbour lists, which only the search needs.</param>
    public static Model Build(Problem problem, ITravelTimes travel, bool forSearch = true)
    {
        var (time, distance) = travel.Table(problem);
        var horizon = Horizon(problem, time);
        var timeScale = Scale(horizon, LongestDay);
        var volumeScale = Scale(problem.Jobs.Sum(job => job.Volume), LongestDay);
        var price = problem.Objective == Objective.Full ? Weights.Prices(problem, time, distance) : distance;
        var distanceScale = Scale(Math.Max(1, Largest(price)), LongestDay);
        int Later(double value) => (int)Math.Ceiling(Math.Min(value, horizon + 1) * timeScale - 1e-6);
        int Earlier(double value) => (int)Math.Floor(Math.Min(value, horizon) * timeScale + 1e-6);

        List<(int Job, double Volume, double Service)> visits = Visits(problem);
        var jobs = visits.Count;
        var plants = problem.Emptying.Count;
        int[] places =
        [
            .. visits.Select(visit => problem.Jobs[visit.Job].Place),
            .. problem.Emptying.Select(plant => plant.Place),
            .. problem.Depots.Select(depot => depot.Place),
        ];
        int[] open =
        [
            .. visits.Select(visit => Later(problem.Jobs[visit.Job].Open)),
            .. problem.Emptying.Select(plant => Later(plant.Open)),
        ];
        int[] close =
        [
            .. visits.Select(visit => Earlier(Full.HardClose(problem, problem.Jobs[visit.Job]))),
            .. problem.Emptying.Select(plant => Earlier(plant.Close)),
        ];
        int[] service = [.. visits.Select(visit => Later(visit.Service)), .. problem.Emptying.Select(plant => Later(plant.Service))];

        var times = Table(places, time, value => Later(value));
        var metres = Table(places, price, value => (int)Math.Round(value * distanceScale));
        var vehicles = Vehicles(problem, Later, Earlier, volumeScale, jobs + plants, out var classes);
        int[][] near = forSearch ? Nearest(metres, jobs) : [];
        var frozen = FrozenDays.Nodes(problem, visits);
        FrozenDays.YieldToFacts(frozen, vehicles, times, open, close, service);
        var toward = Forbid(metres, times, open, close, service, jobs, vehicles);
        var full = Full.For(problem, visits, timeScale, distanceScale, volumeScale, Later, Earlier);
        // Dearer than anything that serving it could bring about: a way across the whole map for every job, and every job late by a day.
        var worst = full is null ? 0 : (full.LatePrice.Sum() + full.OvertimePrice * vehicles.Length) * horizon * timeScale;
        var most = 1 + toward.Take(jobs + plants).Max(Farthest);
        return new Model
        {
            Problem = problem,
            Jobs = jobs,
            Plants = plants,
            TimeScale = timeScale,
            DistanceScale = distanceScale,
            VolumeScale = volumeScale,
            Time = times,
            Distance = toward,
            DistanceTo = Transpose(toward),
            Open = open,
            Close = close,
            Service = service,
            Volume = [.. visits.Select(visit => (int)Math.Ceiling(visit.Volume * volumeScale - 1e-6))],
            VisitVolume = [.. visits.Select(visit => visit.Volume)],
            Penalty =
            [
                .. visits.Select(visit =>
                    (long)Math.Min(1e15, Math.Max(0.01, problem.Jobs[visit.Job].Priority) * (worst + most * 4.0 * Math.Max(10, jobs)))
                ),
            ],
            Vehicles = vehicles,
            Classes = classes,
            Fits =
            [
                .. Enumerable
                    .Range(0, classes)
                    .Select(@class => Fits(problem, problem.Trucks[vehicles.First(v => v.Class == @class).Index], visits)),
            ],
            Near = near,
            MustEndEmpty = problem.MustEndEmpty,
            SourceJob = [.. visits.Select(visit => visit.Job)],
            Full = full,
            Frozen = frozen,
            PlaceOf = places,
            RealDistance = distance,
        };
    }

    /// <summary>No truck can be out later than this.</summary>
    private static double Horizon(Problem problem, double[][] time)
    {
        var end = problem.Trucks.Select(truck => truck.End + truck.Overtime).Append(1).Max();
        if (double.IsFinite(end))
        {
            return end;
        }

        var opens = problem
            .Jobs.Select(job => job.Open)
            .Concat(problem.Emptying.Select(plant => plant.Open))
            .Concat(problem.Trucks.Select(truck => truck.Start))
            .Append(0)
            .Max();
        var work =
            problem.Jobs.Sum(job => job.Service) + problem.Jobs.Count * problem.Emptying.Select(plant => plant.Service).Append(0).Max();
        return opens + work + (2 * problem.Jobs.Count + 2) * Math.Max(1, Largest(time));
    }

    private static long Farthest(int[] row)
    {
        var most = 0;
        foreach (var value in row)
        {
            if (value < Model.Never)
            {
                most = Math.Max(most, value);
            }
        }

        return most;
    }

    private static double Largest(double[][] table) => table.Max(row => row.Length == 0 ? 0 : row.Max());

    /// <summary>Thousandths where the numbers allow it.</summary>
    private static double Scale(double largest, double most)
    {
        double scale = 1000;
        while (largest * scale > most && scale > 1)
        {
            scale /= 10;
        }

        return scale;
    }

    /// <summary>A volume larger than any tank becomes several visits, each with its share of the work; one that would take more than
    /// <see cref="MostVisits"/> is no job for one day.</summary>
    private static List<(int, double, double)> Visits(Problem problem)
    {
        List<(int, double, double)> visits = [];
        for (var job = 0; job < problem.Jobs.Count; job++)
        {
            var volume = problem.Jobs[job].Volume;
            var tank = problem
                .Trucks.Where(truck => Compatibility.Fits(problem.Jobs[job], truck))
                .Select(truck => truck.Capacity)
                .DefaultIfEmpty(volume)
                .Max();
            var parts =
                volume <= tank || tank <= 0 || problem.Emptying.Count == 0
                    ? 1
                    : (int)Math.Min(MostVisits + 1, Math.Ceiling(volume / tank - 1e-9));
            if (parts > MostVisits)
            {
                parts = 1;
            }

            for (var part = 0; part < parts; part++)
            {
                visits.Add((job, volume / parts, problem.Jobs[job].Service / parts));
            }
        }

        return visits;
    }

    private static int[][] Table(int[] places, double[][] values, Func<double, int> convert)
    {
        int[][] byPlace = [.. values.Select(row => Array.ConvertAll(row, value => convert(value)))];
        var table = new int[places.Length][];
        for (var from = 0; from < places.Length; from++)
        {
            var row = table[from] = new int[places.Length];
            var source = byPlace[places[from]];
            for (var to = 0; to < row.Length; to++)
            {
                row[to] = source[places[to]];
            }
        }

        return table;
    }

    private static int[][] Transpose(int[][] table)
    {
        int[][] turned = [.. table.Select(row => new int[row.Length])];
        for (var from = 0; from < table.Length; from++)
        {
            var row = table[from];
            for (var to = 0; to < row.Length; to++)
            {
                turned[to][from] = row[to];
            }
        }

        return turned;
    }

    private static Vehicle[] Vehicles(
        Problem problem,
        Func<double, int> later,
        Func<double, int> earlier,
        double volumeScale,
        int firstDepot,
        out int classes
    )
    {
        var depots = problem.Depots.Select((depot, index) => (depot.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        Dictionary<string, int> known = [];
        var vehicles = new Vehicle[problem.Trucks.Count];
        for (var index = 0; index < vehicles.Length; index++)
        {
            var truck = problem.Trucks[index];
            var like = System.Text.Json.JsonSerializer.Serialize(truck with { Id = "" }, Loose);
            if (!known.TryGetValue(like, out var @class))
            {
                known[like] = @class = known.Count;
            }

            vehicles[index] = new Vehicle(
                index,
                @class,
                firstDepot + depots[truck.Depot],
                (int)Math.Floor(Math.Min(truck.Capacity * volumeScale, LongestDay * 5) + 1e-6),
                later(truck.Start),
                earlier(truck.End + (problem.Objective == Objective.Full ? truck.Overtime : 0))
            );
        }

        classes = known.Count;
        return vehicles;
    }

    private static readonly System.Text.Json.JsonSerializerOptions Loose = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private static bool[] Fits(Problem problem, Truck truck, List<(int Job, double, double)> visits) =>
        [.. visits.Select(visit => Compatibility.Fits(problem.Jobs[visit.Job], truck))];

    /// <summary>The distances with every arc struck out that would be too late even for a truck that did nothing else.</summary>
    private static int[][] Forbid(int[][] metres, int[][] times, int[] open, int[] close, int[] service, int jobs, Vehicle[] vehicles)
    {
        int[][] kept = [.. metres.Select(row => (int[])row.Clone())];
        if (vehicles.Length == 0)
        {
            return kept;
        }

        int[] depots = [.. vehicles.Select(vehicle => vehicle.Depot).Distinct()];
        int[] start = [.. depots.Select(depot => vehicles.Where(vehicle => vehicle.Depot == depot).Min(vehicle => vehicle.Start))];
        for (var from = 0; from < open.Length; from++)
        {
            var reached = Model.Never;
            for (var i = 0; i < depots.Length; i++)
            {
                reached = Math.Min(reached, start[i] + times[depots[i]][from]);
            }

            // A plant may have been reached by way of a job, so for it only the job's own window says anything.
            var leave = Math.Max(from < jobs ? reached : 0, open[from]) + service[from];
            for (var to = 0; to < open.Length; to++)
            {
                if (leave + times[from][to] > close[to])
                {
                    kept[from][to] = Model.Never;
                }
            }
        }

        return kept;
    }

    /// <summary>The nearest jobs of every job, by the shorter of both ways.</summary>
    private static int[][] Nearest(int[][] metres, int jobs)
    {
        var near = new int[jobs][];
        Parallel.For(
            0,
            jobs,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            job =>
            {
                var keys = new int[jobs];
                var others = new int[jobs];
                for (var other = 0; other < jobs; other++)
                {
                    keys[other] = other == job ? int.MaxValue : Math.Min(metres[job][other], metres[other][job]);
                    others[other] = other;
                }

                var count = Math.Min(NeighbourCount, jobs - 1);
                if (jobs > 4 * NeighbourCount)
                {
                    Select(keys, others, count);
                }

                Array.Sort(keys, others, 0, jobs > 4 * NeighbourCount ? count : jobs);
                near[job] = others[..count];
            }
        );
        return near;
    }

    /// <summary>Brings the <paramref name="count"/> smallest keys to the front, unsorted.</summary>
    private static void Select(int[] keys, int[] items, int count)
    {
        var low = 0;
        var high = keys.Length - 1;
        while (low < high)
        {
            var pivot = keys[(low + high) >>> 1];
            var left = low;
            var right = high;
            while (left <= right)
            {
                while (keys[left] < pivot)
                {
                    left++;
                }

                while (keys[right] > pivot)
                {
                    right--;
                }

                if (left > right)
                {
                    break;
                }

                (keys[left], keys[right]) = (keys[right], keys[left]);
                (items[left], items[right]) = (items[right], items[left]);
                left++;
                right--;
            }

            if (count <= right)
            {
                high = right;
            }
            else if (count >= left)
            {
                low = left;
            }
            else
            {
                return;
            }
        }
    }
}
