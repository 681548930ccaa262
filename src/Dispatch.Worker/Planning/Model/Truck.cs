using DispatchWorker.Planning.Input;

namespace DispatchWorker.Planning.Model;

/// <summary>A truck leaves its depot empty at <see cref="Start"/> or later and is back by <see cref="End"/>.</summary>
public sealed record Truck(string Id, string Depot)
{
    /// <summary>The tank, in m³.</summary>
    public required double Capacity { get; init; }
    public double Start { get; init; }
    public double End { get; init; } = double.PositiveInfinity;
    public IReadOnlyList<string> Equipment { get; init; } = [];

    /// <summary>The truck works for an enterprise's filing then: it neither drives nor works for the centre.</summary>
    public IReadOnlyList<Span> Blocked { get; init; } = [];
    public IReadOnlyList<Break> Breaks { get; init; } = [];

    /// <summary>Qualifications of the crew on board.</summary>
    public IReadOnlyList<string> Crew { get; init; } = [];
    public string? Hauler { get; init; }

    /// <summary>How long after <see cref="End"/> the truck may come home, at a price.</summary>
    public double Overtime { get; init; }

    /// <summary>Kinds of waste the truck may take; empty is all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Hours of work per truck that the hauler had in the past weeks. Haulers with fewer come first.</summary>
    public double Turns { get; init; }

    internal static Truck Read(Fields fields, Names names)
    {
        var id = Names.Id(fields, names.Trucks);
        var depot = fields.Text("depot");
        if (depot.Length > 0 && !names.Depots.Contains(depot))
        {
            fields.Wrong("depot", "DSP-007", $"没有车场“{depot}”", $"there is no depot \"{depot}\"");
        }

        var (start, end) = fields.Window("start", "end");
        var truck = new Truck(id, depot)
        {
            Capacity = fields.Number("capacity", least: 0),
            Start = start,
            End = end,
            Equipment = fields.Texts("equipment"),
            Crew = fields.Texts("crew"),
            Kinds = fields.Texts("kinds"),
            Hauler = fields.MaybeText("hauler"),
            Overtime = fields.Number("overtime", 0, least: 0),
            Turns = fields.Number("turns", 0),
            Blocked = [.. fields.Each("blocked").Select(Span.Read)],
            Breaks = [.. fields.Each("breaks").Select(Break.Read)],
        };
        names.LargestTank = Math.Max(names.LargestTank, truck.Capacity);
        return truck;
    }
}

public readonly record struct Span(double From, double To)
{
    internal static Span Read(Fields fields)
    {
        var (from, to) = fields.Window("from", "to");
        return new Span(from, to);
    }
}

/// <summary>A rest of <paramref name="Length"/> in one piece between <paramref name="From"/> and <paramref name="To"/>.</summary>
public readonly record struct Break(double From, double To, double Length)
{
    internal static Break Read(Fields fields)
    {
        var (from, to) = fields.Window("from", "to");
        var length = fields.Number("minutes", least: 0);
        if (length > to - from)
        {
            fields.Wrong("minutes", "DSP-003", $"在 {from:R} 与 {to:R} 之间放不下", $"do not fit between {from:R} and {to:R}");
        }

        return new Break(from, to, length);
    }
}
