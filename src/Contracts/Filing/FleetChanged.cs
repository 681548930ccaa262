using Contracts.Register;

namespace Contracts.Filing;

/// <summary>
/// Fleet data (R9) beyond the roster, maintained by haulers and the centre. Every item is keyed (truck, truck and date, plant, plant
/// and date) and has a version: the highest counts, in whatever order they arrive.
/// </summary>
public sealed record FleetChanged
{
    public required IReadOnlyList<TruckFleet> Trucks { get; init; }
    public required IReadOnlyList<TruckDay> TruckDays { get; init; }
    public required IReadOnlyList<PlantFleet> Plants { get; init; }
    public required IReadOnlyList<PlantDay> PlantDays { get; init; }
}

/// <summary>A truck's normal working day. A shift that ends at or before its start ends on the next day.</summary>
public sealed record TruckFleet
{
    public required TruckKey Truck { get; init; }
    public required int Version { get; init; }

    /// <summary>Code of a depot; null: the owner's nearest.</summary>
    public required string? Depot { get; init; }
    public required TimeOnly ShiftFrom { get; init; }
    public required TimeOnly ShiftTo { get; init; }
    public required IReadOnlyList<FleetBreak> Breaks { get; init; }

    /// <summary>How long after the shift the truck may return.</summary>
    public required int OvertimeMinutes { get; init; }
    public required IReadOnlyList<string> Equipment { get; init; }

    /// <summary>Qualifications of the crew on board.</summary>
    public required IReadOnlyList<string> Crew { get; init; }

    /// <summary>Kinds of job it may do (<c>dredging</c>, <c>flushing</c>, <c>pumping</c>); empty: all.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }
}

/// <summary>A break of <c>Minutes</c> between two times of day.</summary>
public sealed record FleetBreak(TimeOnly From, TimeOnly To, int Minutes);

/// <summary>One day of a truck that differs from its normal day.</summary>
public sealed record TruckDay
{
    public required TruckKey Truck { get; init; }
    public required DateOnly Date { get; init; }
    public required int Version { get; init; }
    public required bool OnDuty { get; init; }

    /// <summary>Other hours on that day; null: the normal hours.</summary>
    public required TimeOnly? ShiftFrom { get; init; }
    public required TimeOnly? ShiftTo { get; init; }

    /// <summary>A breakdown: the truck is unavailable from this moment on.</summary>
    public required DateTimeOffset? OffFrom { get; init; }
}

/// <summary>What a plant accepts of municipal loads; null: the roster's hours, no limit.</summary>
public sealed record PlantFleet
{
    public required string Plant { get; init; }
    public required int Version { get; init; }
    public required int? Bays { get; init; }
    public required TimeOnly? Opens { get; init; }
    public required TimeOnly? Closes { get; init; }

    /// <summary>m³ of municipal loads a day.</summary>
    public required decimal? M3 { get; init; }
}

/// <summary>One day of a plant that differs from its normal day.</summary>
public sealed record PlantDay
{
    public required string Plant { get; init; }
    public required DateOnly Date { get; init; }
    public required int Version { get; init; }
    public required bool Open { get; init; }
    public required int? Bays { get; init; }
    public required TimeOnly? Opens { get; init; }
    public required TimeOnly? Closes { get; init; }
    public required decimal? M3 { get; init; }

    /// <summary>Closed from this moment on.</summary>
    public required DateTimeOffset? ClosedFrom { get; init; }
}
