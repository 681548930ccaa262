using Contracts.Register;
using DispatchWorker.Data;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Planning.TownDay;

/// <summary>The facts of a town and day out of the worker's copies.</summary>
public static class ReadingDayFacts
{
    public static async Task<DayFacts> DayFactsOf(
        this DispatchDb db,
        string town,
        DateOnly date,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var (before, after) = (date.AddDays(-1), date.AddDays(1));
        var orders = await db.Orders.AsNoTracking().Where(row => row.On >= before && row.On <= after).ToListAsync(cancel);
        var own = orders.FindAll(row => row.Town == town && row.On == date);
        var named = own.SelectMany(row => row.Stops).Select(stop => stop.Job).Distinct().ToArray();
        var jobs = await db
            .Jobs.AsNoTracking()
            .Where(row => row.Town == town && (row.HasLeft || named.Contains(row.Id)))
            .ToListAsync(cancel);
        var trucks = await Trucks(db, town, [.. own.Select(row => row.ToOrder().Truck)], date, cancel);
        return new DayFacts
        {
            Town = town,
            Date = date,
            Now = now,
            Jobs = jobs.ConvertAll(row => row.ToJob()),
            Orders = orders.ConvertAll(row => row.ToOrder()),
            Trucks = trucks,
            Plants = await Plants(db, date, cancel),
            Depots = (await db.RosterDepots.AsNoTracking().ToListAsync(cancel)).ConvertAll(row => row.ToDepot()),
            Histories = await Histories(db, trucks, date, cancel),
        };
    }

    private static async Task<List<TruckFacts>> Trucks(
        DispatchDb db,
        string town,
        HashSet<TruckKey> ordered,
        DateOnly date,
        CancellationToken cancel
    )
    {
        var orderedPlates = ordered.Select(truck => truck.Plate).Distinct().ToArray();
        var owners = await db.RosterOwners.AsNoTracking().Where(row => row.Town == town).ToDictionaryAsync(row => row.Code, cancel);
        var codes = owners.Keys.ToArray();
        var roster = await db
            .RosterTrucks.AsNoTracking()
            .Where(row => codes.Contains(row.Owner) || orderedPlates.Contains(row.Plate))
            .ToListAsync(cancel);
        var trucks = roster
            .Select(row => row.ToTruck())
            .Where(truck => owners.ContainsKey(truck.Owner) || ordered.Contains(truck.Truck))
            .ToList();
        var plates = trucks.Select(truck => truck.Truck.Plate).Distinct().ToArray();
        var fleets = (await db.FleetTrucks.AsNoTracking().Where(row => plates.Contains(row.Plate)).ToListAsync(cancel))
            .Select(row => row.ToFleet())
            .ToDictionary(fleet => fleet.Truck);
        var after = date.AddDays(1);
        var days = (
            await db
                .FleetTruckDays.AsNoTracking()
                .Where(row => (row.Date == date || row.Date == after) && plates.Contains(row.Plate))
                .ToListAsync(cancel)
        )
            .Select(row => row.ToDay())
            .ToLookup(day => day.Truck);
        return trucks.ConvertAll(truck => new TruckFacts(
            truck,
            owners.GetValueOrDefault(truck.Owner)?.ToOwner(),
            fleets.GetValueOrDefault(truck.Truck),
            [.. days[truck.Truck]]
        ));
    }

    private static async Task<List<PlantFacts>> Plants(DispatchDb db, DateOnly date, CancellationToken cancel)
    {
        var after = date.AddDays(1);
        var roster = await db.RosterPlants.AsNoTracking().ToListAsync(cancel);
        var fleets = await db.FleetPlants.AsNoTracking().ToDictionaryAsync(row => row.Plant, cancel);
        var days = (
            await db.FleetPlantDays.AsNoTracking().Where(row => row.Date == date || row.Date == after).ToListAsync(cancel)
        ).ToLookup(row => row.Plant, row => row.ToDay());
        return roster.ConvertAll(row => new PlantFacts(row.ToPlant(), fleets.GetValueOrDefault(row.Code)?.ToFleet(), [.. days[row.Code]]));
    }

    private static async Task<List<History>> Histories(DispatchDb db, List<TruckFacts> trucks, DateOnly date, CancellationToken cancel)
    {
        var plates = trucks.Select(truck => truck.Roster.Truck.Plate).Distinct().ToArray();
        var ofPlates = await db.HistoriesOf(plates, ChinaTime.At(date), ChinaTime.At(date.AddDays(2)), cancel);
        return [.. ofPlates.Values.SelectMany(histories => histories).DistinctBy(history => history.Number)];
    }
}
