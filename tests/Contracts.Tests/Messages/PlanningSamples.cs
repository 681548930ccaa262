using Contracts.Filing;
using Contracts.Register;

namespace Contracts.Tests.Messages;

/// <summary>One of every type of the four messages for planning, nulls included.</summary>
internal static class PlanningSamples
{
    private static readonly TruckKey TruckKey = new(Make.Plate, PlateColour.Yellow);
    private static readonly DateOnly Date = new(2026, 11, 23);

    private static readonly RosterTruck RosterTruck = new()
    {
        Truck = TruckKey,
        Version = 2,
        Owner = "H1",
        TankM3 = 8.5m,
        PapersUntil = Date,
    };

    private static readonly RosterPlant RosterPlant = new()
    {
        Code = "P1",
        Version = 1,
        Point = Make.Plant,
        Opens = new TimeOnly(8, 0),
        Closes = null,
        Accepts = ["septic"],
    };

    private static readonly RosterDepot RosterDepot = new()
    {
        Code = "D1",
        Version = 1,
        Point = Make.Site,
        Owner = null,
    };

    private static readonly RosterOwner RosterOwner = new()
    {
        Code = "H1",
        Version = 1,
        Town = "430181117",
    };

    private static readonly FleetBreak FleetBreak = new(new TimeOnly(11, 30), new TimeOnly(13, 0), 45);

    private static readonly TruckFleet TruckFleet = new()
    {
        Truck = TruckKey,
        Version = 3,
        Depot = null,
        ShiftFrom = new TimeOnly(22, 0),
        ShiftTo = new TimeOnly(6, 0),
        Breaks = [FleetBreak],
        OvertimeMinutes = 30,
        Equipment = ["jet"],
        Crew = [],
        Kinds = ["dredging"],
    };

    private static readonly TruckDay TruckDay = new()
    {
        Truck = TruckKey,
        Date = Date,
        Version = 1,
        OnDuty = true,
        ShiftFrom = null,
        ShiftTo = null,
        OffFrom = Make.At("12:00"),
    };

    private static readonly PlantFleet PlantFleet = new()
    {
        Plant = "P1",
        Version = 1,
        Bays = 2,
        Opens = null,
        Closes = null,
        M3 = 120.5m,
    };

    private static readonly PlantDay PlantDay = new()
    {
        Plant = "P1",
        Date = Date,
        Version = 1,
        Open = true,
        Bays = null,
        Opens = null,
        Closes = new TimeOnly(16, 0),
        M3 = null,
        ClosedFrom = Make.At("15:00"),
    };

    private static readonly PlanningJob Job = new()
    {
        Id = "GD-1",
        Version = 4,
        Town = "430181117",
        Section = "S1",
        Point = Make.Site,
        M3 = 12m,
        LeftM3 = 4.5m,
        Minutes = 60,
        Kind = "dredging",
        Urgent = true,
        Earliest = Make.From,
        Latest = null,
        Hard = false,
        Equipment = ["jet"],
        Crew = ["gas"],
        ConfinedSpace = true,
        ReportedAt = Make.At("08:00"),
    };

    private static readonly PlanningStop Stop = new()
    {
        K = 1,
        Job = "GD-1",
        Point = Make.Site,
        M3 = 7.5m,
        Minutes = 38,
        State = "begun",
        BegunAt = Make.At("10:20"),
        DoneAt = null,
    };

    private static readonly PlanningOrder Order = new()
    {
        Number = "DD-1",
        Version = 2,
        Town = "430181117",
        Truck = TruckKey,
        Plant = "P1",
        On = Date,
        Departure = Make.From,
        Return = Make.To,
        Status = "working",
        OfPlan = true,
        HasBegun = true,
        IsOver = false,
        Stops = [Stop],
    };

    public static readonly IReadOnlyList<object> All =
    [
        RosterTruck,
        RosterPlant,
        RosterDepot,
        RosterOwner,
        new RosterChanged
        {
            Trucks = [RosterTruck],
            Plants = [RosterPlant],
            Depots = [RosterDepot],
            Owners = [RosterOwner],
        },
        FleetBreak,
        TruckFleet,
        TruckDay,
        PlantFleet,
        PlantDay,
        new FleetChanged
        {
            Trucks = [TruckFleet],
            TruckDays = [TruckDay],
            Plants = [PlantFleet],
            PlantDays = [PlantDay],
        },
        Job,
        new JobsChanged { Jobs = [Job] },
        Stop,
        Order,
        new OrdersChanged { Orders = [Order] },
    ];
}
