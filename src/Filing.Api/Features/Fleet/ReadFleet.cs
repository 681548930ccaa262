using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Fleet;

/// <summary>
/// What planning reckons with on a day (R9): trucks of the caller, and the plants. What nobody has said is marked as
/// assumed.
/// </summary>
public static class ReadFleet
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/fleet", Handle)
            .RequireAccess("ReadFleet", Role.Hauler, Role.Centre)
            .Takes(Parameter.Day("date", "The day; left out: today."))
            .Produces<FleetView>();

    public static async Task<Answer> Handle(HttpRequest http, FilingDb db, Caller caller, TimeProvider clock, CancellationToken cancel)
    {
        var query = new Query(http);
        var date = query.Day("date") ?? ChinaTime.DayOf(clock.GetUtcNow());
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var trucks = await db
            .Trucks.AsNoTracking()
            .KeptBy(db, caller)
            .OrderBy(truck => truck.Plate)
            .ThenBy(truck => truck.Colour)
            .ToListAsync(cancel);
        var fleets = await db.TruckFleets.AsNoTracking().ToDictionaryAsync(fleet => fleet.Truck, cancel);
        var days = await db.TruckDays.AsNoTracking().Where(day => day.Date == date).ToDictionaryAsync(day => day.Truck, cancel);
        var plants = await db.Plants.AsNoTracking().OrderBy(plant => plant.Code).ToListAsync(cancel);
        var plantFleets = await db.PlantFleets.AsNoTracking().ToDictionaryAsync(fleet => fleet.Plant, cancel);
        var plantDays = await db.PlantDays.AsNoTracking().Where(day => day.Date == date).ToDictionaryAsync(day => day.Plant, cancel);
        return Answer.Ok(
            new FleetView(
                date,
                [
                    .. trucks.Select(truck =>
                        TruckFleetView.Of(truck, fleets.GetValueOrDefault(truck.Key), days.GetValueOrDefault(truck.Key))
                    ),
                ],
                [
                    .. plants.Select(plant =>
                        PlantFleetView.Of(plant, plantFleets.GetValueOrDefault(plant.Code), plantDays.GetValueOrDefault(plant.Code))
                    ),
                ]
            )
        );
    }
}
