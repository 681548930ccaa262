using Contracts.Register;

namespace Contracts.Filing;

/// <summary>
/// The part of the roster that planning needs. Every item is keyed (truck, plant, depot, owner) and has a version: the highest counts,
/// so that any order and any repetition give the worker the same copy. Lists without changes are empty.
/// </summary>
public sealed record RosterChanged
{
    public required IReadOnlyList<RosterTruck> Trucks { get; init; }
    public required IReadOnlyList<RosterPlant> Plants { get; init; }
    public required IReadOnlyList<RosterDepot> Depots { get; init; }
    public required IReadOnlyList<RosterOwner> Owners { get; init; }
}

/// <summary>A truck of the roster. Its town is its owner's.</summary>
public sealed record RosterTruck
{
    public required TruckKey Truck { get; init; }
    public required int Version { get; init; }

    /// <summary>Code of the hauler.</summary>
    public required string Owner { get; init; }
    public required decimal TankM3 { get; init; }

    /// <summary>The last day on which its papers are valid.</summary>
    public required DateOnly PapersUntil { get; init; }
}

/// <summary>A plant with its opening hours; without hours it is open all day. <c>Accepts</c> holds the wire names of waste kinds.</summary>
public sealed record RosterPlant
{
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required GeoPoint Point { get; init; }
    public required TimeOnly? Opens { get; init; }
    public required TimeOnly? Closes { get; init; }
    public required IReadOnlyList<string> Accepts { get; init; }
}

/// <summary>A depot; without an owner any hauler may use it.</summary>
public sealed record RosterDepot
{
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required GeoPoint Point { get; init; }
    public required string? Owner { get; init; }
}

/// <summary>A hauler and the town it belongs to.</summary>
public sealed record RosterOwner
{
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required string Town { get; init; }
}
