using DispatchWorker.Planning.Input;

namespace DispatchWorker.Planning.Model;

/// <summary>Where trucks empty their tanks. Emptying must begin between <see cref="Open"/> and <see cref="Close"/>.</summary>
public sealed record Plant(string Id, int Place)
{
    public double Open { get; init; }
    public double Close { get; init; } = double.PositiveInfinity;

    /// <summary>How long emptying takes.</summary>
    public double Service { get; init; }

    /// <summary>m³ the plant can still take today; null is no limit.</summary>
    public double? Capacity { get; init; }

    /// <summary>How many trucks can empty at the same time; null is no limit.</summary>
    public int? Bays { get; init; }

    /// <summary>Kinds of waste the plant takes; empty is all.</summary>
    public IReadOnlyList<string> Accepts { get; init; } = [];

    /// <summary>Visits of trucks that are not in this problem: a very large day is planned in districts.</summary>
    internal IReadOnlyList<Booking> Booked { get; init; } = [];

    internal static Plant Read(Fields fields, Names names)
    {
        var (open, close) = fields.Window("open", "close");
        return new Plant(Names.Id(fields, names.Plants), names.PlaceOf(fields))
        {
            Open = open,
            Close = close,
            Service = fields.Number("service", 0, least: 0),
            Capacity = fields.MaybeNumber("capacity", least: 0),
            Bays = fields.MaybeNumber("bays", least: 1) is { } bays ? (int)Math.Min(bays, 1000) : null,
            Accepts = fields.Texts("accepts"),
        };
    }
}

/// <summary>One visit at a plant, and the m³ it brings.</summary>
internal readonly record struct Booking(double From, double To, double Volume);
