using DispatchWorker.Planning.Input;

namespace DispatchWorker.Planning.Model;

/// <summary>A day to plan. Times are in the problem's own unit (<see cref="MinutesPerUnit"/>), volumes in m³, distances in the unit
/// of the metric (metres with great-circle). Each shape reads itself from its JSON object, so a field and its checks are in one
/// file.</summary>
public sealed record Problem
{
    public string Name { get; init; } = "";
    public required Metric Metric { get; init; }
    public Objective Objective { get; init; } = Objective.Full;

    /// <summary>Minutes in one unit of time. Great-circle needs it, because speeds are in km/h.</summary>
    public double MinutesPerUnit { get; init; } = 1;

    /// <summary>Depots, plants and jobs refer to places by index.</summary>
    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>Given with <see cref="Metric.Matrix"/> only.</summary>
    public TravelMatrix? Matrix { get; init; }
    public required IReadOnlyList<Depot> Depots { get; init; }

    /// <summary>The plants where trucks empty their tanks.</summary>
    public IReadOnlyList<Plant> Emptying { get; init; } = [];
    public bool MustEndEmpty { get; init; } = true;
    public required IReadOnlyList<Truck> Trucks { get; init; }
    public required IReadOnlyList<Job> Jobs { get; init; }

    /// <summary>Stops that have started or that a person has pinned: the first of the truck's day, in this order.</summary>
    public IReadOnlyList<FixedStops> Frozen { get; init; } = [];

    /// <summary>The plan people hold now. A job that changes its truck costs extra.</summary>
    public IReadOnlyList<FixedStops> Previous { get; init; } = [];

    internal static Problem Read(Fields root, List<InputError> errors)
    {
        var metric = root.OneOf(
            "metric",
            null,
            ("euclid-decimal", Metric.EuclidDecimal),
            ("matrix", Metric.Matrix),
            ("great-circle", Metric.GreatCircle)
        );
        var objective = root.OneOf("objective", "full", ("distance", Objective.Distance), ("full", Objective.Full));
        var minutesPerUnit = root.OneOf("timeUnit", "minute", ("minute", 1.0), ("second", 1 / 60.0), ("hour", 60.0));
        Place[] places = [.. root.Each("places", required: true).Select(place => Place.Read(place, metric))];
        var names = new Names(places.Length, errors);
        return new Problem
        {
            Name = root.Text("name", ""),
            Metric = metric,
            Objective = objective,
            MinutesPerUnit = minutesPerUnit,
            Places = places,
            Matrix = metric == Metric.Matrix ? TravelMatrix.Read(root, places.Length) : null,
            Depots = ReadDepots(root, names),
            Emptying = [.. root.Each("emptying").Select(plant => Plant.Read(plant, names))],
            MustEndEmpty = root.Flag("mustEndEmpty", true),
            Trucks = ReadTrucks(root, names),
            Jobs = ReadJobs(root, names),
            Frozen = FixedStops.ReadAll(root, "frozen", names),
            Previous = FixedStops.ReadAll(root, "previous", names),
        };
    }

    private static List<Depot> ReadDepots(Fields root, Names names)
    {
        List<Depot> depots = [.. root.Each("depots", required: true).Select(depot => Depot.Read(depot, names))];
        if (depots.Count == 0 && root.Has("depots"))
        {
            root.Wrong("depots", "DSP-006", "至少须有一个车场", "at least one depot is needed");
        }

        return depots;
    }

    private static List<Truck> ReadTrucks(Fields root, Names names)
    {
        List<Truck> trucks = [.. root.Each("trucks", required: true).Select(truck => Truck.Read(truck, names))];
        if (trucks.Count == 0 && root.Has("trucks"))
        {
            root.Wrong("trucks", "DSP-006", "至少须有一辆车", "at least one truck is needed");
        }

        return trucks;
    }

    private static List<Job> ReadJobs(Fields root, Names names)
    {
        List<Job> jobs = [.. root.Each("jobs", required: true).Select(job => Job.Read(job, names))];
        if (jobs.Count > ProblemReader.MostJobs)
        {
            root.Wrong(
                "jobs",
                "DSP-008",
                $"一天 {jobs.Count} 项作业过多，至多 {ProblemReader.MostJobs} 项，请分镇计划",
                $"{jobs.Count} jobs are too many for one day's plan; at most {ProblemReader.MostJobs}: plan the towns apart"
            );
        }

        return jobs;
    }
}

public enum Metric
{
    /// <summary>Plane coordinates; time and distance are the straight line, rounded down to tenths.</summary>
    EuclidDecimal,

    /// <summary>Times and distances are given.</summary>
    Matrix,

    /// <summary>WGS-84 coordinates; road times and metres come from <c>ITravelTimes</c>.</summary>
    GreatCircle,
}

public enum Objective
{
    /// <summary>Serve as many jobs as possible, then drive the shortest distance.</summary>
    Distance,

    /// <summary>The product's objective: lateness, overtime, changes, distance and time, trucks and turns all have a price.</summary>
    Full,
}
