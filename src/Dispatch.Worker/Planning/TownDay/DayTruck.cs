using Contracts.Filing;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.TownDay;

/// <summary>A truck in the day's problem: one that takes new work, or that an order is fixed on.</summary>
internal sealed record DayTruck(TruckFacts Facts, RosterDepot Depot, Shift? Shift, IReadOnlyList<FixedOrder> Fixed)
{
    public static List<DayTruck> Of(DayFacts facts, DayOrders orders, DepotChoice depots, DayClock clock)
    {
        var now = clock.MinuteOf(facts.Now);
        var orderOf = orders.Fixed.ToLookup(order => order.Order.Truck);
        return
        [
            .. from truck in facts.Trucks.OrderBy(truck => truck.Id, StringComparer.Ordinal)
            let depot = depots.For(truck)
            let shift = Shift.Of(truck, facts, clock)
            let fixedOrders = Sequence(orderOf[truck.Roster.Truck])
            where depot is not null && (fixedOrders.Length > 0 || now < shift?.End + shift?.Overtime)
            select new DayTruck(truck, depot, shift, fixedOrders),
        ];
    }

    /// <summary>
    /// Frozen stops are the first of a truck's day, so it starts with them. It does not end before their work does. Without a shift it ends
    /// just then: with the plant still to come, nothing new fits in.
    /// </summary>
    public Truck ToTruck(BlockedTimes blocked, DayClock clock, double now)
    {
        var start = Fixed.Count == 0 ? Math.Max(Shift!.Start, now) : Fixed[0].SetsOut;
        var end = Fixed.SelectMany(order => order.Shares).Select(share => share.Open + share.Service).Append(Shift?.End ?? start).Max();
        var overtime = Shift is null ? 0 : Math.Max(0, Shift.End + Shift.Overtime - end);
        return new Truck(Facts.Id, Depot.Code)
        {
            Capacity = (double)Facts.Roster.TankM3,
            Start = start,
            End = end,
            Overtime = overtime,
            Hauler = Facts.Roster.Owner,
            Equipment = Facts.Fleet?.Equipment ?? [],
            Crew = Facts.Fleet?.Crew ?? [],
            Kinds = Facts.Fleet?.Kinds ?? [],
            Breaks = [.. Breaks(now)],
            Blocked = blocked.Of(Facts.Roster.Truck, BeforeShift(clock), end + overtime),
        };
    }

    /// <summary>What has begun first, the rest as it departs.</summary>
    private static FixedOrder[] Sequence(IEnumerable<FixedOrder> orders) =>
        [
            .. orders
                .OrderByDescending(order => order.Order.HasBegun)
                .ThenBy(order => order.Order.Departure)
                .ThenBy(order => order.Order.Number, StringComparer.Ordinal),
        ];

    /// <summary>Between an early order and its shift the truck takes nothing new.</summary>
    private IEnumerable<Span> BeforeShift(DayClock clock)
    {
        if (Shift is not null && Fixed.Count > 0)
        {
            yield return new Span(Fixed.Max(order => clock.MinuteOf(order.Order.Return)), Shift.Start);
        }
    }

    private IEnumerable<Break> Breaks(double now)
    {
        foreach (var rest in Shift is null ? [] : Facts.Fleet?.Breaks ?? [])
        {
            var (from, to) = DayClock.Span(rest.From, rest.To);
            if (to <= Shift!.Start && from + DayClock.Length < Shift.End)
            {
                (from, to) = (from + DayClock.Length, to + DayClock.Length);
            }

            // Nobody knows whether a truck that is out has rested: it need not any more where its work has left no room.
            from = Fixed.Count == 0 ? from : Math.Max(from, now);
            if (to - from >= rest.Minutes)
            {
                yield return new Break(from, to, rest.Minutes);
            }
        }
    }
}
