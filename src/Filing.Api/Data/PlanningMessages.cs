using System.Globalization;
using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Domain;
using Sent = Contracts.Filing;

namespace FilingApi.Data;

/// <summary>
/// The messages to planning about a save: the jobs, orders, fleet data and roster rows that were acted on, in their present state.
/// Nothing changes without an act (<see cref="Subject"/>), so nothing is missed.
/// </summary>
internal static class PlanningMessages
{
    /// <summary>A sheet may have thousands of rows, but a message stays small.</summary>
    private const int MostItems = 500;
    private const string Hauler = "hauler";

    public static void Emit(FilingDb db)
    {
        var (tracker, detects) = (db.ChangeTracker, db.ChangeTracker.AutoDetectChangesEnabled);

        // The acts name what changed: comparing every loaded row costs more than the act.
        tracker.AutoDetectChangesEnabled = false;
        List<ISubject> changed = [.. tracker.Entries<ISubject>().Select(entry => entry.Entity).Where(entity => entity.NewActs.Count > 0)];
        tracker.AutoDetectChangesEnabled = detects;
        if (changed.Count == 0)
        {
            return;
        }

        Send(changed.OfType<Job>().Select(Of), jobs => new Sent.JobsChanged { Jobs = jobs });
        Send(changed.OfType<Order>().Select(Of), orders => new Sent.OrdersChanged { Orders = orders });
        foreach (var part in changed.Chunk(MostItems))
        {
            EmitFleet(db, part);
            EmitRoster(db, part);
        }

        void Send<TItem, TMessage>(IEnumerable<TItem> items, Func<TItem[], TMessage> message)
            where TMessage : class
        {
            foreach (var part in items.Chunk(MostItems))
            {
                db.Emit(message(part));
            }
        }
    }

    private static void EmitFleet(FilingDb db, ISubject[] changed)
    {
        var message = new Sent.FleetChanged
        {
            Trucks = [.. changed.OfType<TruckFleet>().Select(Of)],
            TruckDays = [.. changed.OfType<TruckDay>().Select(Of)],
            Plants = [.. changed.OfType<PlantFleet>().Select(Of)],
            PlantDays = [.. changed.OfType<PlantDay>().Select(Of)],
        };
        if (message.Trucks.Count + message.TruckDays.Count + message.Plants.Count + message.PlantDays.Count > 0)
        {
            db.Emit(message);
        }
    }

    private static void EmitRoster(FilingDb db, ISubject[] changed)
    {
        var message = new Sent.RosterChanged
        {
            Trucks = [.. changed.OfType<Truck>().Select(Of)],
            Plants = [.. changed.OfType<Plant>().Select(Of)],
            Depots = [.. changed.OfType<Depot>().Select(Of)],
            Owners = [.. changed.OfType<Organisation>().Where(owner => owner.Kind == Hauler).Select(Of)],
        };
        if (message.Trucks.Count + message.Plants.Count + message.Depots.Count + message.Owners.Count > 0)
        {
            db.Emit(message);
        }
    }

    private static Sent.PlanningJob Of(Job job) =>
        new()
        {
            Id = job.Id,
            Version = job.Version,
            Town = job.Town,
            Section = job.Section,
            Point = job.Point,
            M3 = job.M3,
            LeftM3 = job.LeftM3,
            Minutes = job.WorkMinutes,
            Kind = job.Kind.Wire(),
            Urgent = job.Priority == Priority.Urgent,
            Earliest = job.Earliest,
            Latest = job.Latest,
            Hard = job.Hard,
            Equipment = job.Equipment,
            Crew = job.Crew,
            ConfinedSpace = job.ConfinedSpace,
            ReportedAt = job.ReportedAt,
        };

    /// <summary>Plans do not create orders yet.</summary>
    private static Sent.PlanningOrder Of(Order order) =>
        new()
        {
            Number = order.Number,
            Version = order.Version,
            Town = order.Town,
            Truck = order.Truck,
            Plant = order.Plant,
            On = ChinaTime.DayOf(order.Departure),
            Departure = order.Departure,
            Return = order.Return,
            Status = order.Status.Wire(),
            OfPlan = false,
            HasBegun = order.HasBegun,
            IsOver = order.IsOver,
            Stops =
            [
                .. order
                    .Stops.OrderBy(stop => stop.K)
                    .Select(stop => new Sent.PlanningStop
                    {
                        K = stop.K,
                        Job = stop.Job,
                        Point = stop.Point,
                        M3 = stop.M3,
                        Minutes = stop.WorkMinutes,
                        State = stop.State.Wire(),
                        BegunAt = stop.BegunAt,
                        DoneAt = stop.DoneAt,
                    }),
            ],
        };

    private static Sent.TruckFleet Of(TruckFleet fleet) =>
        new()
        {
            Truck = fleet.Truck,
            Version = fleet.Version,
            Depot = fleet.Depot,
            ShiftFrom = fleet.ShiftFrom,
            ShiftTo = fleet.ShiftTo,
            Breaks = [.. fleet.Breaks.Select(rest => new Sent.FleetBreak(rest.From, rest.To, rest.Minutes))],
            OvertimeMinutes = fleet.OvertimeMinutes,
            Equipment = fleet.Equipment,
            Crew = fleet.Crew,
            Kinds = [.. fleet.Kinds.Select(kind => kind.Wire())],
        };

    private static Sent.TruckDay Of(TruckDay day) =>
        new()
        {
            Truck = day.Truck,
            Date = day.Date,
            Version = day.Version,
            OnDuty = day.OnDuty,
            ShiftFrom = day.ShiftFrom,
            ShiftTo = day.ShiftTo,
            OffFrom = day.OffFrom,
        };

    private static Sent.PlantFleet Of(PlantFleet fleet) =>
        new()
        {
            Plant = fleet.Plant,
            Version = fleet.Version,
            Bays = fleet.Bays,
            Opens = fleet.Opens,
            Closes = fleet.Closes,
            M3 = fleet.M3,
        };

    private static Sent.PlantDay Of(PlantDay day) =>
        new()
        {
            Plant = day.Plant,
            Date = day.Date,
            Version = day.Version,
            Open = day.Open,
            Bays = day.Bays,
            Opens = day.Opens,
            Closes = day.Closes,
            M3 = day.M3,
            ClosedFrom = day.ClosedFrom,
        };

    private static Sent.RosterTruck Of(Truck truck) =>
        new()
        {
            Truck = truck.Key,
            Version = truck.Version,
            Owner = truck.Owner,
            TankM3 = truck.TankM3,
            PapersUntil = truck.PapersUntil,
        };

    private static Sent.RosterPlant Of(Plant plant) =>
        new()
        {
            Code = plant.Code,
            Version = plant.Version,
            Point = plant.Area.Point,
            Opens = TimeOf(plant.Opens),
            Closes = TimeOf(plant.Closes),
            Accepts = [.. plant.Accepts.Select(kind => kind.Wire())],
        };

    private static Sent.RosterDepot Of(Depot depot) =>
        new()
        {
            Code = depot.Code,
            Version = depot.Version,
            Point = new GeoPoint(depot.Lat, depot.Lon),
            Owner = depot.Owner,
        };

    private static Sent.RosterOwner Of(Organisation owner) =>
        new()
        {
            Code = owner.Code,
            Version = owner.Version,
            Town = owner.Town,
        };

    private static TimeOnly? TimeOf(string? text) => text is null ? null : TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
