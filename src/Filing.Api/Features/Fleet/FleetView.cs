using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Features.Fleet;

/// <summary>The fleet on one day: what planning reckons with.</summary>
public sealed record FleetView(DateOnly Date, IReadOnlyList<TruckFleetView> Trucks, IReadOnlyList<PlantFleetView> Plants);

public sealed record BreakView(string From, string To, int Minutes);

/// <summary>
/// A truck's ordinary day; <c>assumed</c> names the members that nobody has said, <c>day</c> what differs on the day asked
/// for.
/// </summary>
public sealed record TruckFleetView(
    string Plate,
    PlateColour Colour,
    string Owner,
    decimal TankM3,
    DateOnly PapersUntil,
    string? Depot,
    string ShiftFrom,
    string ShiftTo,
    IReadOnlyList<BreakView> Breaks,
    int OvertimeMinutes,
    IReadOnlyList<string> Equipment,
    IReadOnlyList<string> Crew,
    IReadOnlyList<JobKind> Kinds,
    IReadOnlyList<string> Assumed,
    int Version,
    TruckDayView? Day
)
{
    public static TruckFleetView Of(Truck truck, TruckFleet? fleet, TruckDay? day)
    {
        string?[] assumed =
        [
            fleet?.Depot is null ? "depot" : null,
            fleet is null ? "shiftFrom" : null,
            fleet is null ? "shiftTo" : null,
            fleet is null or { Kinds.Count: 0 } ? "kinds" : null,
        ];
        return new(
            truck.Plate,
            truck.Colour,
            truck.Owner,
            truck.TankM3,
            truck.PapersUntil,
            fleet?.Depot,
            (fleet?.ShiftFrom ?? TruckFleet.AssumedFrom).ToText(),
            (fleet?.ShiftTo ?? TruckFleet.AssumedTo).ToText(),
            [.. (fleet?.Breaks ?? []).Select(rest => new BreakView(rest.From.ToText(), rest.To.ToText(), rest.Minutes))],
            fleet?.OvertimeMinutes ?? 0,
            fleet?.Equipment ?? [],
            fleet?.Crew ?? [],
            fleet is { Kinds.Count: > 0 } ? fleet.Kinds : Enum.GetValues<JobKind>(),
            [.. assumed.OfType<string>()],
            fleet?.Version ?? 0,
            day is null ? null : TruckDayView.Of(day)
        );
    }
}

public sealed record TruckDayView(DateOnly Date, bool OnDuty, string? ShiftFrom, string? ShiftTo, DateTimeOffset? OffFrom, int Version)
{
    public static TruckDayView Of(TruckDay day) =>
        new(day.Date, day.OnDuty, day.ShiftFrom?.ToText(), day.ShiftTo?.ToText(), day.OffFrom, day.Version);
}

/// <summary>A plant's ordinary day for municipal loads, m³ a day; bays and m³ of null: no limit.</summary>
public sealed record PlantFleetView(
    string Code,
    bool TakesMunicipalLoads,
    int? Bays,
    string? Opens,
    string? Closes,
    decimal? M3,
    IReadOnlyList<string> Assumed,
    int Version,
    PlantDayView? Day
)
{
    public static PlantFleetView Of(Plant plant, PlantFleet? fleet, PlantDay? day)
    {
        string?[] assumed =
        [
            fleet is null ? "takesMunicipalLoads" : null,
            fleet?.Bays is null ? "bays" : null,
            fleet?.Opens is null ? "opens" : null,
            fleet?.Closes is null ? "closes" : null,
            fleet?.M3 is null ? "m3" : null,
        ];
        return new(
            plant.Code,
            plant.Accepts.Any(kind => kind is WasteKind.Septic or WasteKind.Other),
            fleet?.Bays,
            fleet?.Opens?.ToText() ?? plant.Opens,
            fleet?.Closes?.ToText() ?? plant.Closes,
            fleet?.M3,
            [.. assumed.OfType<string>()],
            fleet?.Version ?? 0,
            day is null ? null : PlantDayView.Of(day)
        );
    }
}

public sealed record PlantDayView(
    DateOnly Date,
    bool Open,
    int? Bays,
    string? Opens,
    string? Closes,
    decimal? M3,
    DateTimeOffset? ClosedFrom,
    int Version
)
{
    public static PlantDayView Of(PlantDay day) =>
        new(day.Date, day.Open, day.Bays, day.Opens?.ToText(), day.Closes?.ToText(), day.M3, day.ClosedFrom, day.Version);
}
