using Contracts.Filing;
using Contracts.Register;

namespace DispatchWorker.Planning.TownDay;

/// <summary>
/// What the orders mean to a town's day (R9). Those by hand are fixed, and those that have begun or departed. The volume of the plan's
/// other orders is open again.
/// </summary>
internal sealed class DayOrders
{
    private readonly Dictionary<string, decimal> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _brought = new(StringComparer.Ordinal);

    public DayOrders(DayFacts facts, DayClock clock)
    {
        var trucks = facts.Trucks.ToDictionary(truck => truck.Roster.Truck);
        var histories = facts.Histories.ToDictionary(history => history.Number, StringComparer.Ordinal);
        foreach (var order in facts.Orders.OrderBy(order => order.Number, StringComparer.Ordinal))
        {
            var entry = histories.GetValueOrDefault(order.Number)?.At(facts.Now).Body;

            // Nothing begins without a live entry.
            var isLive = !order.IsOver && (order.HasBegun || !(entry?.To < facts.Now));
            if (!isLive || order.Town != facts.Town || order.On != facts.Date)
            {
                AddOther(order, isLive, facts.Date);
            }
            else if (order.OfPlan && !order.HasBegun && order.Departure > facts.Now)
            {
                Open(order.Stops.Where(stop => stop.State != FixedOrder.Skipped));
            }
            else if (trucks.TryGetValue(order.Truck, out var truck))
            {
                Fix(order, truck, entry, facts, clock);
            }
        }
    }

    public List<FixedOrder> Fixed { get; } = [];

    /// <summary>Stops not begun of a truck that is off: a plan treats them as skipped.</summary>
    public List<SkippedStop> Skipped { get; } = [];

    /// <summary>Orders of other towns and of other days: they occupy their truck.</summary>
    public List<PlanningOrder> Elsewhere { get; } = [];

    /// <summary>m³ of a job that orders hold and that the plan may give to others.</summary>
    public decimal OpenM3(string job) => _open.GetValueOrDefault(job);

    /// <summary>m³ that a plant gets on this day from outside this problem: loads that are over, and those of other towns.</summary>
    public decimal BroughtM3(string plant) => _brought.GetValueOrDefault(plant);

    private void AddOther(PlanningOrder order, bool isLive, DateOnly date)
    {
        if (isLive)
        {
            Elsewhere.Add(order);
        }

        if (order.On == date)
        {
            var brought = order
                .Stops.Where(stop => isLive ? stop.State != FixedOrder.Skipped : stop.DoneAt is not null)
                .Sum(stop => stop.M3);
            _brought[order.Plant] = BroughtM3(order.Plant) + brought;
        }
    }

    private void Open(IEnumerable<PlanningStop> stops)
    {
        foreach (var stop in stops)
        {
            _open[stop.Job] = OpenM3(stop.Job) + stop.M3;
        }
    }

    private void Fix(PlanningOrder order, TruckFacts truck, Permission? entry, DayFacts facts, DayClock clock)
    {
        var stops = order.Stops.Where(stop => stop.State != FixedOrder.Skipped).ToList();
        if (truck.IsOff(facts.Date, order.Departure > facts.Now ? order.Departure : facts.Now))
        {
            var skipped = stops.FindAll(stop => stop.BegunAt is null);
            Skipped.AddRange(skipped.Select(stop => new SkippedStop(order.Number, stop.K)));
            Open(skipped);
            stops.RemoveAll(stop => stop.BegunAt is null);
        }

        if (stops.Count > 0)
        {
            Fixed.Add(FixedOrder.Of(order, stops, entry, clock, facts.Now));
        }
    }
}
