using System.Collections.Frozen;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Register;

/// <summary>Trucks, organisations, plants, towns and calendars as last committed; reloaded whole when one of them changes.</summary>
public sealed class RosterIndex
{
    private Snapshot _now = new([], [], [], [], []);

    public Snapshot Now => Volatile.Read(ref _now);

    public static Snapshot Read(FilingDb db) =>
        new(
            db.Trucks.AsNoTracking().ToList(),
            db.Organisations.AsNoTracking().ToList(),
            db.Plants.AsNoTracking().ToList(),
            db.Towns.AsNoTracking().ToList(),
            db.Calendars.AsNoTracking().ToList()
        );

    public void Replace(Snapshot snapshot) => Volatile.Write(ref _now, snapshot);

    public sealed class Snapshot(
        IReadOnlyList<Truck> trucks,
        IReadOnlyList<Organisation> organisations,
        IReadOnlyList<Plant> plants,
        IReadOnlyList<Town> towns,
        IReadOnlyList<CalendarRow> calendars
    )
    {
        private readonly FrozenDictionary<string, Truck[]> _trucks = trucks
            .GroupBy(truck => truck.Plate)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

        private readonly FrozenDictionary<string, Organisation[]> _offices = organisations
            .GroupBy(organisation => organisation.Kind)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderBy(office => office.Code, StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal
            );

        public IReadOnlyList<Truck> Trucks => trucks;
        public FrozenDictionary<string, Organisation> Organisations { get; } =
            organisations.ToFrozenDictionary(organisation => organisation.Code, StringComparer.Ordinal);
        public FrozenDictionary<string, Plant> Plants { get; } = plants.ToFrozenDictionary(plant => plant.Code, StringComparer.Ordinal);
        public FrozenDictionary<string, Town> Towns { get; } = towns.ToFrozenDictionary(town => town.Code, StringComparer.Ordinal);

        /// <summary>The installation's home town: the first of them.</summary>
        public Town? Home { get; } = towns.MinBy(town => town.Code, StringComparer.Ordinal);
        public WorkingDays WorkingDays { get; } = new(calendars.Select(calendar => calendar.ToCalendar()));

        /// <summary>All trucks of a plate, whatever their colour.</summary>
        public IReadOnlyList<Truck> TrucksOf(string plate) => _trucks.TryGetValue(plate, out var trucks) ? trucks : [];

        public Truck? Truck(TruckKey key) => TrucksOf(key.Plate).FirstOrDefault(truck => truck.Colour == key.Colour);

        /// <summary>The office of a kind that is responsible for a town; any town's if the town has none.</summary>
        public Organisation? Office(string kind, string? town)
        {
            if (!_offices.TryGetValue(kind, out var offices))
            {
                return null;
            }

            return Array.Find(offices, office => office.Town == town) ?? offices[0];
        }
    }
}
