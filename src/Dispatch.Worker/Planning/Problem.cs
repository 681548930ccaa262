namespace DispatchWorker.Planning;

/// <summary>A day to plan. Times are in the problem's own unit (<see cref="MinutesPerUnit"/>), volumes in m³, distances in the unit of the metric
/// (metres with great-circle). What the fields mean to the rules stands in README.md.</summary>
public sealed record Problem
{
    public string Name { get; init; } = "";
    public required Metric Metric { get; init; }
    public Objective Objective { get; init; } = Objective.Full;

    /// <summary>Minutes in one unit of time; needed where times meet speeds (great-circle).</summary>
    public double MinutesPerUnit { get; init; } = 1;

    public required IReadOnlyList<Place> Places { get; init; }
    public TravelMatrix? Matrix { get; init; }
    public required IReadOnlyList<Depot> Depots { get; init; }
    public IReadOnlyList<Plant> Emptying { get; init; } = [];
    public bool MustEndEmpty { get; init; } = true;
    public required IReadOnlyList<Truck> Trucks { get; init; }
    public required IReadOnlyList<Job> Jobs { get; init; }

    /// <summary>What has started or a person has pinned: the first stops of a truck's day, in this order.</summary>
    public IReadOnlyList<FixedStops> Frozen { get; init; } = [];

    /// <summary>The plan people hold; staying close to it is worth something.</summary>
    public IReadOnlyList<FixedStops> Previous { get; init; } = [];
}

public enum Metric
{
    EuclidDecimal,
    Matrix,
    GreatCircle,
}

public enum Objective
{
    Distance,
    Full,
}

/// <summary>Either plane coordinates or WGS-84 degrees (X is the longitude then).</summary>
public readonly record struct Place(double X, double Y);

public sealed record TravelMatrix(double[][] Time, double[][] Distance);

public sealed record Depot(string Id, int Place);

public sealed record Plant(string Id, int Place)
{
    public double Open { get; init; }
    public double Close { get; init; } = double.PositiveInfinity;
    public double Service { get; init; }

    /// <summary>m³ it can still take today; null is no limit.</summary>
    public double? Capacity { get; init; }

    /// <summary>Trucks that can empty at the same time; null is no limit.</summary>
    public int? Bays { get; init; }

    /// <summary>Kinds of waste it takes; empty takes all.</summary>
    public IReadOnlyList<string> Accepts { get; init; } = [];

    /// <summary>What trucks outside this problem already have planned there: a very large day is planned in parts.</summary>
    internal IReadOnlyList<Booking> Booked { get; init; } = [];
}

internal readonly record struct Booking(double From, double To, double Volume);

public sealed record Truck(string Id, string Depot)
{
    public required double Capacity { get; init; }
    public double Start { get; init; }
    public double End { get; init; } = double.PositiveInfinity;
    public IReadOnlyList<string> Equipment { get; init; } = [];

    /// <summary>The truck has an enterprise's filing then: it neither drives nor works for the centre.</summary>
    public IReadOnlyList<Span> Blocked { get; init; } = [];

    public IReadOnlyList<Break> Breaks { get; init; } = [];

    /// <summary>Qualifications of the crew on board.</summary>
    public IReadOnlyList<string> Crew { get; init; } = [];

    public string? Hauler { get; init; }

    /// <summary>How far past <see cref="End"/> the truck may come home, at a cost.</summary>
    public double Overtime { get; init; }

    /// <summary>Kinds of job this truck may do; empty may do all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>What the hauler already had over the past weeks, in hours of work per truck: those with less come first.</summary>
    public double Turns { get; init; }
}

public readonly record struct Span(double From, double To);

/// <summary>A rest of <paramref name="Length"/> that must lie within the span.</summary>
public readonly record struct Break(double From, double To, double Length);

public sealed record Job(string Id, int Place)
{
    public required double Volume { get; init; }
    public double Service { get; init; }
    public double Open { get; init; }
    public double Close { get; init; } = double.PositiveInfinity;
    public double Priority { get; init; } = 1;
    public IReadOnlyList<string> Equipment { get; init; } = [];
    public IReadOnlyList<string> Crew { get; init; } = [];
    public string? Kind { get; init; }

    /// <summary>The window may be missed at a cost: <see cref="Close"/> is a wish then, not a wall.</summary>
    public bool Soft { get; init; }

    /// <summary>When it ought to have begun, inside a wider hard window; later costs.</summary>
    public double? Due { get; init; }
}

public sealed record FixedStops(string Truck, IReadOnlyList<string> Stops);
