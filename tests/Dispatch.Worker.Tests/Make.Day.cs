using Contracts.Filing;
using Contracts.Register;
using DispatchWorker.Planning.TownDay;

namespace DispatchWorker.Tests;

internal static partial class Make
{
    /// <summary>For <see cref="Town"/> and <see cref="Date"/>; one hauler, depot and plant by default.</summary>
    public static DayFacts Day(string now, params IEnumerable<object> given)
    {
        List<object> items = [.. given];
        AddUnless<Contracts.Filing.RosterOwner>(items, RosterOwner());
        AddUnless<Contracts.Filing.RosterDepot>(items, RosterDepot());
        AddUnless<Contracts.Filing.RosterPlant>(items, RosterPlant());
        return ExactDay(now, items);
    }

    public static DayFacts ExactDay(string now, params IEnumerable<object> items)
    {
        T[] All<T>() => [.. items.OfType<T>()];
        return new DayFacts
        {
            Town = Town,
            Date = Date,
            Now = At(now),
            Jobs = All<PlanningJob>(),
            Orders = All<PlanningOrder>(),
            Depots = All<RosterDepot>(),
            Histories = History.Of(All<RegisterFact>()),
            Trucks =
            [
                .. All<RosterTruck>()
                    .Select(truck => new TruckFacts(
                        truck,
                        All<RosterOwner>().SingleOrDefault(owner => owner.Code == truck.Owner),
                        All<TruckFleet>().SingleOrDefault(fleet => fleet.Truck == truck.Truck),
                        [.. All<TruckDay>().Where(day => day.Truck == truck.Truck)]
                    )),
            ],
            Plants =
            [
                .. All<RosterPlant>()
                    .Select(plant => new PlantFacts(
                        plant,
                        All<PlantFleet>().SingleOrDefault(fleet => fleet.Plant == plant.Code),
                        [.. All<PlantDay>().Where(day => day.Plant == plant.Code)]
                    )),
            ],
        };
    }

    private static void AddUnless<T>(List<object> items, object usual)
    {
        if (!items.OfType<T>().Any())
        {
            items.Add(usual);
        }
    }

    /// <summary>A filing of an enterprise for a truck, submitted at 06:00 and decided half an hour later.</summary>
    public static IEnumerable<RegisterFact> Filing(
        string from,
        string to,
        FactKind? then = null,
        string number = "XW-1",
        string plate = Plate
    )
    {
        var body = Permission(0, 0, plate) with { From = At(from), To = At(to) };
        yield return new RegisterFact(number, 1, FactKind.Submitted, At("06:00"), body);
        if (then is { } kind)
        {
            yield return new RegisterFact(number, 2, kind, At("06:30"), null);
        }
    }

    /// <summary>The entry of an order: from half an hour before its departure to an hour after its return.</summary>
    public static RegisterFact Entry(PlanningOrder order) =>
        new(
            order.Number,
            1,
            FactKind.Ordered,
            At("05:00"),
            Permission(0, 0, order.Truck.Plate) with
            {
                From = order.Departure.AddMinutes(-30),
                To = order.Return.AddMinutes(60),
            }
        );
}
