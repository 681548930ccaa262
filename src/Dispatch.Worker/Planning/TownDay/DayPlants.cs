using Contracts.Filing;
using Contracts.Register;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.TownDay;

/// <summary>A plant of the day's problem, without its place there.</summary>
internal sealed record DayPlant(GeoPoint Point, bool IsAssumed, Plant Plant);

/// <summary>The plants that take municipal loads on the day (R9), and every other that a fixed order goes to.</summary>
internal static class DayPlants
{
    /// <summary>No fact says how long emptying takes; the planner's samples have it so.</summary>
    public const double EmptyingMinutes = 10;

    private static readonly string[] Municipal = ["septic", "other"];

    public static List<DayPlant> Of(DayFacts facts, DayOrders orders, IReadOnlyCollection<FixedOrder> fixedOrders, DayClock clock)
    {
        var comes = fixedOrders.ToLookup(order => order.Order.Plant, StringComparer.Ordinal);
        var roster = facts.Plants.OrderBy(plant => plant.Roster.Code, StringComparer.Ordinal).ToList();
        return
        [
            .. roster
                .Select(plant =>
                    Open(plant, orders, VolumeOf(comes[plant.Roster.Code]), facts.Date, clock)
                    ?? Closed(plant.Roster.Code, plant.Roster.Point, comes[plant.Roster.Code])
                )
                .OfType<DayPlant>(),
            // Its message is still on the way: until then the load is emptied where it was taken.
            .. comes
                .ExceptBy(roster.Select(plant => plant.Roster.Code), plant => plant.Key, StringComparer.Ordinal)
                .OrderBy(plant => plant.Key, StringComparer.Ordinal)
                .Select(plant => Closed(plant.Key, plant.First().Shares[^1].Stop.Point, plant)!),
        ];
    }

    /// <summary>Null when it takes nothing but what fixed orders bring.</summary>
    private static DayPlant? Open(PlantFacts facts, DayOrders orders, decimal comes, DateOnly date, DayClock clock)
    {
        var (day, fleet, code) = (facts.On(date), facts.Fleet, facts.Roster.Code);
        var (open, close) = Hours(facts, day, date, clock);
        var left = (day?.M3 ?? fleet?.M3) is { } m3 ? m3 - orders.BroughtM3(code) : (decimal?)null;
        var takes = fleet is not null || facts.Roster.Accepts.Any(Municipal.Contains);
        if (!takes || day is { Open: false } || close <= open || left <= comes)
        {
            return null;
        }

        var plant = new Plant(code, 0)
        {
            Open = open,
            Close = close,
            Service = EmptyingMinutes,
            Capacity = (double?)left,
            Bays = day?.Bays ?? fleet?.Bays,
        };
        return new DayPlant(facts.Roster.Point, fleet is null, plant);
    }

    /// <summary>Takes what fixed orders bring, at any hour, and nothing else; null when they bring nothing.</summary>
    private static DayPlant? Closed(string code, GeoPoint point, IEnumerable<FixedOrder> comes) =>
        comes.Any()
            ? new DayPlant(point, true, new Plant(code, 0) { Service = EmptyingMinutes, Capacity = (double)VolumeOf(comes) })
            : null;

    private static decimal VolumeOf(IEnumerable<FixedOrder> orders) => orders.Sum(order => order.Shares.Sum(share => share.Stop.M3));

    /// <summary>All day without hours; equal ones are all day too.</summary>
    private static (double Open, double Close) Hours(PlantFacts facts, PlantDay? day, DateOnly date, DayClock clock)
    {
        var opens = day?.Opens ?? facts.Fleet?.Opens ?? facts.Roster.Opens;
        var closes = day?.Closes ?? facts.Fleet?.Closes ?? facts.Roster.Closes;
        var (open, close) =
            opens == closes ? (0, double.PositiveInfinity)
            : closes is null ? (DayClock.MinuteOf(opens!.Value), double.PositiveInfinity)
            : DayClock.Span(opens ?? TimeOnly.MinValue, closes.Value);
        return (open, facts.ClosedFrom(date) is { } closed ? Math.Min(close, clock.MinuteOf(closed)) : close);
    }
}
