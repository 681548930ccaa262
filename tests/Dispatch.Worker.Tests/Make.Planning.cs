using System.Globalization;
using Contracts.Filing;
using Contracts.Register;

namespace DispatchWorker.Tests;

/// <summary>
/// The input of a day's plan. <c>"09:30"</c> is a time of <see cref="Date"/>, <c>"+01:00"</c> of the day after, <c>"-22:00"</c> of the
/// day before.
/// </summary>
internal static partial class Make
{
    public const string Town = "430181117";
    public const string Hauler = "H1";
    public static readonly DateOnly Date = new(2026, 11, 23);
    public static readonly TruckKey Truck = Key(Plate);

    public static TruckKey Key(string plate) => new(plate, PlateColour.Yellow);

    public static TimeOnly Time(string time) => TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string time)
    {
        var days = time[0] switch
        {
            '+' => 1,
            '-' => -1,
            _ => 0,
        };
        return ChinaTime.At(Date.AddDays(days), Time(time.TrimStart('+', '-')));
    }

    private static DateTimeOffset? MaybeAt(string? time) => time is null ? null : At(time);

    private static TimeOnly? MaybeTime(string? time) => time is null ? null : Time(time);

    /// <summary>The point that many kilometres north of a point in town.</summary>
    public static GeoPoint Point(double km) => new(28.2 + (km / 111.195), 113.2);

    public static RosterTruck RosterTruck(
        string plate = Plate,
        int version = 1,
        string owner = Hauler,
        decimal tank = 10,
        DateOnly? papersUntil = null
    ) =>
        new()
        {
            Truck = Key(plate),
            Version = version,
            Owner = owner,
            TankM3 = tank,
            PapersUntil = papersUntil ?? Date.AddYears(1),
        };

    public static RosterPlant RosterPlant(
        string code = "P1",
        int version = 1,
        double km = 5,
        string? opens = null,
        string? closes = null,
        params string[] accepts
    ) =>
        new()
        {
            Code = code,
            Version = version,
            Point = Point(km),
            Opens = MaybeTime(opens),
            Closes = MaybeTime(closes),
            Accepts = accepts.Length == 0 ? ["septic"] : accepts,
        };

    public static RosterDepot RosterDepot(string code = "D1", int version = 1, double km = 0, string? owner = null) =>
        new()
        {
            Code = code,
            Version = version,
            Point = Point(km),
            Owner = owner,
        };

    public static RosterOwner RosterOwner(string code = Hauler, int version = 1, string town = Town) =>
        new()
        {
            Code = code,
            Version = version,
            Town = town,
        };

    public static TruckFleet TruckFleet(
        string plate = Plate,
        int version = 1,
        string from = "07:00",
        string to = "16:00",
        string? depot = "D1",
        int overtime = 0,
        params FleetBreak[] breaks
    ) =>
        new()
        {
            Truck = Key(plate),
            Version = version,
            Depot = depot,
            ShiftFrom = Time(from),
            ShiftTo = Time(to),
            Breaks = breaks,
            OvertimeMinutes = overtime,
            Equipment = [],
            Crew = [],
            Kinds = [],
        };

    public static FleetBreak Break(string from, string to, int minutes) => new(Time(from), Time(to), minutes);

    public static TruckDay TruckDay(
        string plate = Plate,
        int version = 1,
        DateOnly? date = null,
        bool onDuty = true,
        string? from = null,
        string? to = null,
        string? offFrom = null
    ) =>
        new()
        {
            Truck = Key(plate),
            Date = date ?? Date,
            Version = version,
            OnDuty = onDuty,
            ShiftFrom = MaybeTime(from),
            ShiftTo = MaybeTime(to),
            OffFrom = MaybeAt(offFrom),
        };

    public static PlantFleet PlantFleet(
        string plant = "P1",
        int version = 1,
        int? bays = null,
        string? opens = null,
        string? closes = null,
        decimal? m3 = null
    ) =>
        new()
        {
            Plant = plant,
            Version = version,
            Bays = bays,
            Opens = MaybeTime(opens),
            Closes = MaybeTime(closes),
            M3 = m3,
        };

    public static PlantDay PlantDay(
        string plant = "P1",
        int version = 1,
        DateOnly? date = null,
        bool open = true,
        int? bays = null,
        string? opens = null,
        string? closes = null,
        decimal? m3 = null,
        string? closedFrom = null
    ) =>
        new()
        {
            Plant = plant,
            Date = date ?? Date,
            Version = version,
            Open = open,
            Bays = bays,
            Opens = MaybeTime(opens),
            Closes = MaybeTime(closes),
            M3 = m3,
            ClosedFrom = MaybeAt(closedFrom),
        };

    /// <summary>A job of 10 m³ with an hour of work.</summary>
    public static PlanningJob Job(
        string id = "GD-1",
        int version = 1,
        double km = 2,
        decimal m3 = 10,
        decimal? left = null,
        bool urgent = false,
        string? earliest = null,
        string? latest = null,
        bool hard = false,
        string reported = "-08:00",
        string town = Town
    ) =>
        new()
        {
            Id = id,
            Version = version,
            Town = town,
            Section = "S1",
            Point = Point(km),
            M3 = m3,
            LeftM3 = left ?? m3,
            Minutes = 60,
            Kind = "dredging",
            Urgent = urgent,
            Earliest = MaybeAt(earliest),
            Latest = MaybeAt(latest),
            Hard = hard,
            Equipment = [],
            Crew = [],
            ConfinedSpace = false,
            ReportedAt = At(reported),
        };

    public static PlanningOrder Order(
        string number = "DD-1",
        int version = 1,
        string plate = Plate,
        string departure = "09:00",
        string @return = "11:00",
        bool ofPlan = false,
        bool isOver = false,
        string plant = "P1",
        DateOnly? on = null,
        string town = Town,
        params PlanningStop[] stops
    ) =>
        new()
        {
            Number = number,
            Version = version,
            Town = town,
            Truck = Key(plate),
            Plant = plant,
            On = on ?? ChinaTime.DayOf(At(departure)),
            Departure = At(departure),
            Return = At(@return),
            Status = "published",
            OfPlan = ofPlan,
            HasBegun = stops.Any(stop => stop.BegunAt is not null),
            IsOver = isOver,
            Stops = stops.Length == 0 ? [Stop()] : stops,
        };

    public static PlanningStop Stop(
        int k = 1,
        string job = "GD-1",
        double km = 2,
        decimal m3 = 4,
        int minutes = 24,
        string? begun = null,
        string? done = null,
        bool skipped = false
    ) =>
        new()
        {
            K = k,
            Job = job,
            Point = Point(km),
            M3 = m3,
            Minutes = minutes,
            State =
                skipped ? "skipped"
                : done is not null ? "done"
                : begun is not null ? "begun"
                : "planned",
            BegunAt = MaybeAt(begun),
            DoneAt = MaybeAt(done),
        };

    public static RosterChanged Roster(params object[] items) =>
        new()
        {
            Trucks = [.. items.OfType<RosterTruck>()],
            Plants = [.. items.OfType<RosterPlant>()],
            Depots = [.. items.OfType<RosterDepot>()],
            Owners = [.. items.OfType<RosterOwner>()],
        };

    public static FleetChanged Fleet(params object[] items) =>
        new()
        {
            Trucks = [.. items.OfType<TruckFleet>()],
            TruckDays = [.. items.OfType<TruckDay>()],
            Plants = [.. items.OfType<PlantFleet>()],
            PlantDays = [.. items.OfType<PlantDay>()],
        };

    public static JobsChanged Jobs(params PlanningJob[] jobs) => new() { Jobs = jobs };

    public static OrdersChanged Orders(params PlanningOrder[] orders) => new() { Orders = orders };
}
