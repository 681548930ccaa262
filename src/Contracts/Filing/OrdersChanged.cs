using Contracts.Register;

namespace Contracts.Filing;

/// <summary>The present state of orders (R9), keyed by number. The highest version counts; order and repetition do not matter.</summary>
public sealed record OrdersChanged
{
    public required IReadOnlyList<PlanningOrder> Orders { get; init; }
}

/// <summary>One trip of one truck, which planning may not change.</summary>
public sealed record PlanningOrder
{
    public required string Number { get; init; }
    public required int Version { get; init; }
    public required string Town { get; init; }
    public required TruckKey Truck { get; init; }
    public required string Plant { get; init; }

    /// <summary>The day it belongs to: the plan's day, which a night shift may outlast; for a manual order the day of departure.</summary>
    public required DateOnly On { get; init; }
    public required DateTimeOffset Departure { get; init; }
    public required DateTimeOffset Return { get; init; }

    /// <summary>Wire name of its state.</summary>
    public required string Status { get; init; }

    /// <summary>True if a plan made it; a manual order is fixed.</summary>
    public required bool OfPlan { get; init; }

    /// <summary>True when a stop has begun.</summary>
    public required bool HasBegun { get; init; }

    /// <summary>True when its entry has ended or its trip is closed: it no longer occupies the truck.</summary>
    public required bool IsOver { get; init; }
    public required IReadOnlyList<PlanningStop> Stops { get; init; }
}

/// <summary>A stop of an order, in driving order from 1. Volume in m³.</summary>
public sealed record PlanningStop
{
    public required int K { get; init; }
    public required string Job { get; init; }
    public required GeoPoint Point { get; init; }
    public required decimal M3 { get; init; }

    /// <summary>Work on site for this stop's share.</summary>
    public required int Minutes { get; init; }

    /// <summary>Wire name: <c>planned</c>, <c>begun</c>, <c>done</c> or <c>skipped</c>.</summary>
    public required string State { get; init; }
    public required DateTimeOffset? BegunAt { get; init; }
    public required DateTimeOffset? DoneAt { get; init; }
}
