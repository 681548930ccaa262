using Contracts.Filing;
using Contracts.Register;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.TownDay;

/// <summary>A share of a job that an order holds: in the problem a job by itself, frozen on its truck. Times in minutes.</summary>
/// <param name="Id"><c>{order}/{k}</c>.</param>
/// <param name="Stop">The stop that holds it.</param>
/// <param name="Open">When it began, or the first moment at which it can.</param>
/// <param name="Service">How long it took, or takes.</param>
internal sealed record FixedShare(string Id, PlanningStop Stop, double Open, double Service)
{
    /// <summary>An order by hand may be for more than the tank holds, but no truck brings more.</summary>
    public Job ToJob(int place, decimal tankM3) =>
        new(Id, place)
        {
            Volume = (double)Math.Min(Stop.M3, tankM3),
            Service = Service,
            Open = Open,
        };
}

/// <summary>An order that the plan leaves as it is: its shares in driving order, then its plant.</summary>
/// <param name="Order">The order.</param>
/// <param name="SetsOut">Its truck leaves no sooner, in minutes of the day.</param>
/// <param name="Shares">At least one.</param>
internal sealed record FixedOrder(PlanningOrder Order, double SetsOut, IReadOnlyList<FixedShare> Shares)
{
    public const string Skipped = "skipped";

    /// <param name="order">The order.</param>
    /// <param name="stops">Those of its stops that count; what has begun comes first.</param>
    /// <param name="entry">Its entry in the register: a truck that is at work may have left as soon as that began.</param>
    /// <param name="clock">The day's.</param>
    /// <param name="now">The present.</param>
    public static FixedOrder Of(PlanningOrder order, IEnumerable<PlanningStop> stops, Permission? entry, DayClock clock, DateTimeOffset now)
    {
        PlanningStop[] inOrder = [.. stops.OrderBy(stop => stop.BegunAt ?? DateTimeOffset.MaxValue).ThenBy(stop => stop.K)];
        var setsOut = order.HasBegun && entry is not null ? entry.From : order.Departure;
        return new FixedOrder(
            order,
            Math.Max(0, clock.MinuteOf(setsOut)),
            [.. inOrder.Select((stop, i) => Share(order, stop, i == inOrder.Length - 1, clock, now))]
        );
    }

    /// <summary>
    /// What has not happened does not lie in the past: a stop begins now at the earliest, work that is not done goes on until now, and a
    /// load that is not received has left its last stop no sooner than now.
    /// </summary>
    private static FixedShare Share(PlanningOrder order, PlanningStop stop, bool isLast, DayClock clock, DateTimeOffset now)
    {
        var id = $"{order.Number}/{stop.K}";
        if (stop.BegunAt is not { } begun)
        {
            return new FixedShare(id, stop, Math.Max(0, clock.MinuteOf(Later(order.Departure, now))), stop.Minutes);
        }

        var end = stop.DoneAt is { } done ? (isLast ? Later(done, now) : done) : Later(begun.AddMinutes(stop.Minutes), now);
        return new FixedShare(id, stop, Math.Max(0, clock.MinuteOf(begun)), (end - begun).TotalMinutes);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
