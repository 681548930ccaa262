using Contracts.Filing;

namespace DispatchWorker.Tests;

/// <summary>The items of the messages for planning: which message carries one, and which of several versions counts.</summary>
internal static class Said
{
    public static object Message(object item) =>
        item switch
        {
            RosterTruck or RosterPlant or RosterDepot or RosterOwner => Make.Roster(item),
            PlanningJob job => Make.Jobs(job),
            PlanningOrder order => Make.Orders(order),
            _ => Make.Fleet(item),
        };

    /// <summary>The highest version of each key.</summary>
    public static IEnumerable<object> Newest(IEnumerable<object> items) =>
        items.GroupBy(item => NameOf(item).Key).Select(same => same.MaxBy(item => NameOf(item).Version)!);

    private static (object Key, int Version) NameOf(object item) =>
        item switch
        {
            RosterTruck it => (("truck", it.Truck), it.Version),
            RosterPlant it => (("plant", it.Code), it.Version),
            RosterDepot it => (("depot", it.Code), it.Version),
            RosterOwner it => (("owner", it.Code), it.Version),
            TruckFleet it => (("truck's fleet", it.Truck), it.Version),
            TruckDay it => (("truck's day", it.Truck, it.Date), it.Version),
            PlantFleet it => (("plant's fleet", it.Plant), it.Version),
            PlantDay it => (("plant's day", it.Plant, it.Date), it.Version),
            PlanningJob it => (("job", it.Id), it.Version),
            PlanningOrder it => (("order", it.Number), it.Version),
            _ => throw new ArgumentException($"{item.GetType().Name} is no item of a message for planning.", nameof(item)),
        };
}
