using DispatchWorker.Planning;
using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Travel;

namespace Dispatch.Worker.Tests.Planning;

/// <summary>The only way to create problems and plans for the planning tests.</summary>
internal static class Days
{
    /// <summary>Places on a line: place i is at distance i from the depot, and one unit of distance takes one unit of time.</summary>
    public static Problem Line(int places, Truck[] trucks, Job[] jobs, Plant[]? plants = null, Objective objective = Objective.Distance) =>
        new()
        {
            Name = "line",
            Metric = Metric.EuclidDecimal,
            Objective = objective,
            Places = [.. Enumerable.Range(0, places).Select(x => new Place(x, 0))],
            Depots = [new Depot("D", 0)],
            Emptying = plants ?? [],
            MustEndEmpty = plants is not null,
            Trucks = trucks,
            Jobs = jobs,
        };

    public static Truck Truck(string id = "T1", double capacity = 10, double end = 1000) => new(id, "D") { Capacity = capacity, End = end };

    public static Job Job(string id, int place, double volume = 1) => new(id, place) { Volume = volume, Close = 1000 };

    public static Plant Plant(string id, int place) => new(id, place) { Close = 1000 };

    public static Plan Solve(Problem problem, long iterations = 2_000, ulong seed = 1, int threads = 1)
    {
        var plan = Planner.Solve(
            problem,
            new Budget
            {
                Iterations = iterations,
                Seed = seed,
                Threads = threads,
            }
        );
        Assert.Empty(PlanChecker.Check(problem, plan));
        return plan;
    }

    public static Problem File(string name)
    {
        var (problem, errors) = ProblemReader.Read(
            System.IO.File.ReadAllBytes(Path.Combine(Root(), "tests/data/instances", name + ".json"))
        );
        Assert.Empty(errors);
        return problem!;
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Vacuum.slnx")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }

    /// <summary>A manual plan: "1 2 P1" are the stops of a truck in order, each as early as possible.</summary>
    public static Plan ByHand(Problem problem, params (string Truck, string Stops)[] days)
    {
        var (time, way) = new EmbeddedTravelTimes().Table(problem);
        double distance = 0;
        List<TruckDay> trucks = [];
        foreach (var (id, text) in days)
        {
            var truck = problem.Trucks.First(it => it.Id == id);
            var depot = problem.Depots.First(it => it.Id == truck.Depot).Place;
            var at = depot;
            var now = truck.Start;
            double load = 0;
            List<Stop> stops = [new("depot", truck.Depot, now, now, now, 0)];
            foreach (var stop in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var job = problem.Jobs.FirstOrDefault(it => it.Id == stop);
                var plant = problem.Emptying.FirstOrDefault(it => it.Id == stop);
                var place = job?.Place ?? plant!.Place;
                var arrive = now + time[at][place];
                var start = Math.Max(arrive, job?.Open ?? plant!.Open);
                now = start + (job?.Service ?? plant!.Service);
                load = job is null ? 0 : load + job.Volume;
                distance += way[at][place];
                stops.Add(new Stop(job is null ? "emptying" : "job", stop, arrive, start, now, load));
                at = place;
            }

            distance += way[at][depot];
            now += time[at][depot];
            stops.Add(new Stop("depot", truck.Depot, now, now, now, load));
            trucks.Add(new TruckDay(id, stops));
        }

        HashSet<string> served = [.. trucks.SelectMany(day => day.Stops).Select(stop => stop.Id)];
        return new Plan
        {
            Trucks = trucks,
            Distance = distance,
            Unassigned = [.. problem.Jobs.Where(job => !served.Contains(job.Id)).Select(job => new LeftOut(job.Id, []))],
        };
    }

    public static string Route(Plan plan, string truck) =>
        string.Join(
            ' ',
            plan.Trucks.Where(day => day.Id == truck)
                .SelectMany(day => day.Stops)
                .Where(stop => stop.Kind is "job" or "emptying")
                .Select(stop => stop.Id)
        );
}
