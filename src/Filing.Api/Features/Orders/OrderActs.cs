using System.Globalization;
using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Features.Jobs;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Orders;

/// <summary>Finding orders, and what follows from an act on one: its jobs, its trip, its deadline.</summary>
public static class OrderActs
{
    /// <summary>A hauler's own; an office's of its towns.</summary>
    public static IQueryable<Order> VisibleTo(this IQueryable<Order> orders, Caller caller)
    {
        var organisation = caller.Organisation;
        return caller.Role == Role.Hauler ? orders.Where(order => order.Hauler == organisation) : orders.InTownsOf(caller);
    }

    public static Task<Order?> OrderFor(this FilingDb db, Caller caller, string number, CancellationToken cancel) =>
        db.Orders.VisibleTo(caller).SingleOrDefaultAsync(order => order.Number == number, cancel);

    /// <summary>Null: the trip is a filing's.</summary>
    public static Task<Order?> OrderOf(this FilingDb db, Trip trip, CancellationToken cancel) =>
        db.Orders.SingleOrDefaultAsync(order => order.Number == trip.Number, cancel);

    /// <summary>One act on one order; refusals, or empty where it is done.</summary>
    public static Task<Answer> OnOrder(
        this WriteSession session,
        Caller caller,
        string number,
        Func<FilingDb, Order, DateTimeOffset, Task<IReadOnlyList<Refusal>>> act,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.OrderFor(caller, number, cancel) is not { } order)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (caller.Stale(order.Version) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                return await act(db, order, now) is { Count: > 0 } refusals
                    ? Answer.Refused(caller, refusals)
                    : Answer.Ok(OrderView.Of(order), order.Version);
            },
            cancel
        );

    /// <summary>The same on one of its stops.</summary>
    public static Task<Answer> OnStop(
        this WriteSession session,
        Caller caller,
        string number,
        string k,
        Func<FilingDb, Order, OrderStop, DateTimeOffset, Task<IReadOnlyList<Refusal>>> act,
        CancellationToken cancel
    ) =>
        session.OnOrder(
            caller,
            number,
            async (db, order, now) =>
                int.TryParse(k, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                && order.Stops.Find(stop => stop.K == n) is { } stop
                    ? await act(db, order, stop, now)
                    : [Refusals.NotFound.With()],
            cancel
        );

    public static async Task<IReadOnlyList<Refusal>> Begin(
        this FilingDb db,
        Order order,
        OrderStop stop,
        ConfinedEntry entry,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var job = await db.JobOf(stop, cancel);
        var history = await db.HistoryOf(order.Number, cancel);
        var refusals = order.Begin(stop, job, history, entry, actor, now);
        if (refusals.Count == 0)
        {
            await db.FollowJobs(order, [stop], "begin", actor, now, cancel);
        }

        return refusals;
    }

    public static async Task<IReadOnlyList<Refusal>> Finish(
        this FilingDb db,
        Order order,
        OrderStop stop,
        decimal m3,
        int? mudDepthMm,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (order.Finish(stop, m3, mudDepthMm, actor, now) is { } refusal)
        {
            return [refusal];
        }

        var trip = await db.TripOf(order, cancel);
        trip.AddLoad(order.Truck, m3, actor, now);
        await db.AwaitReceipt(order, trip, now, cancel);
        await db.FollowJobs(order, [stop], "done", actor, now, cancel);
        return [];
    }

    public static async Task<IReadOnlyList<Refusal>> Skip(
        this FilingDb db,
        Order order,
        OrderStop stop,
        string reason,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (order.Skip(stop, reason, actor, now) is { } refusal)
        {
            return [refusal];
        }

        await db.AwaitReceipt(order, await db.TripOf(order, cancel), now, cancel);
        await db.FollowJobs(order, [stop], "skip", actor, now, cancel);
        return [];
    }

    /// <summary>Loading the trip of a one-stop order is that stop begun and done (R11).</summary>
    public static async Task<IReadOnlyList<Refusal>> LoadWhole(
        this FilingDb db,
        Order order,
        Trip trip,
        History history,
        decimal m3,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (order.Stops is not [var stop])
        {
            return [Refusals.TripHasStops.With(order.Stops.Count)];
        }

        if (trip.State != TripState.Planned)
        {
            return [Refusals.AlreadyLoaded.With()];
        }

        if (stop.State == StopState.Planned)
        {
            if (!Judge.MayLoad(history, order.Truck, now))
            {
                return [Refusals.NoValidEntry.With()];
            }

            if (await db.Begin(order, stop, new ConfinedEntry(null, null, null), actor, now, cancel) is { Count: > 0 } refusals)
            {
                return refusals;
            }
        }

        return await db.Finish(order, stop, m3, null, actor, now, cancel);
    }

    /// <summary>A receipt or a rejection closes the trip: every stop that was not done is skipped, and its volume is open again.</summary>
    public static async Task CloseOrderOf(this FilingDb db, Trip trip, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.OrderOf(trip, cancel) is { } order)
        {
            await db.FollowJobs(order, order.Close(actor, now), "close", actor, now, cancel);
        }
    }

    /// <summary>The jobs of these stops are derived anew, after an act on their order.</summary>
    public static async Task FollowJobs(
        this FilingDb db,
        Order order,
        IEnumerable<OrderStop> stops,
        string act,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        foreach (var group in stops.GroupBy(stop => stop.Job).ToList())
        {
            var job = await db.JobOf(group.First(), cancel);
            var live = (await db.OrdersOfJob(job.Id, cancel)).LiveStopsOf(job.Id);
            var detail = new TimelineDetail { Code = order.Number, Stop = group.First().K };
            job.Follow(act, detail, live, actor, now);
        }
    }

    private static async Task<Job> JobOf(this FilingDb db, OrderStop stop, CancellationToken cancel) =>
        await db.Jobs.FindAsync([stop.Job], cancel) ?? throw new InvalidOperationException($"There is no job {stop.Job}.");

    private static async Task<Trip> TripOf(this FilingDb db, Order order, CancellationToken cancel) =>
        await db.Trips.FindAsync([order.Trip], cancel) ?? throw new InvalidOperationException($"There is no trip {order.Trip}.");

    /// <summary>The term runs from when no stop is left open, at the latest from the end of the entry (R11).</summary>
    private static async Task AwaitReceipt(this FilingDb db, Order order, Trip trip, DateTimeOffset now, CancellationToken cancel)
    {
        if (trip.State == TripState.Loaded)
        {
            var from = order.HasOpenStop || order.To < now ? order.To : now;
            await db.SetDeadline(FilingDeadlines.NoReceipt, trip.Id, from + Trip.ReceiptTerm, cancel);
        }
    }
}
