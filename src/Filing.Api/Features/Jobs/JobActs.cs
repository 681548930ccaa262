using Contracts.Delivery;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Jobs;

/// <summary>Finding jobs and what holds their volume, and how each act on one is done.</summary>
public static class JobActs
{
    public static async Task<Job?> JobFor(this FilingDb db, Caller caller, string id, CancellationToken cancel) =>
        await db.Jobs.FindAsync([id], cancel) is { } job && job.IsInTownsOf(caller) ? job : null;

    /// <summary>Every order that has a stop of the job, as this unit of work has left them.</summary>
    public static async Task<IReadOnlyList<Order>> OrdersOfJob(this FilingDb db, string id, CancellationToken cancel) =>
        [
            .. await db.Orders.Where(order => order.Stops.Any(stop => stop.Job == id)).ToListAsync(cancel),
            .. db.AddedSinceSave<Order>().Where(order => order.Stops.Exists(stop => stop.Job == id)),
        ];

    public static IReadOnlyCollection<LiveStop> LiveStopsOf(this IEnumerable<Order> orders, string job) =>
        [
            .. orders.SelectMany(order =>
                order.Stops.Where(stop => stop.Job == job && order.IsLive(stop)).Select(stop => new LiveStop(stop.State, stop.M3))
            ),
        ];

    /// <summary>One act of the centre on one job.</summary>
    public static Task<Answer> OnJob(
        this WriteSession session,
        Caller caller,
        string id,
        Func<Job, IReadOnlyCollection<LiveStop>, DateTimeOffset, Refusal?> act,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.JobFor(caller, id, cancel) is not { } job)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (caller.Stale(job.Version) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                var orders = await db.OrdersOfJob(id, cancel);
                return act(job, orders.LiveStopsOf(id), now) is { } refusal
                    ? Answer.Refused(caller, refusal)
                    : Answer.Ok(JobView.Of(job, orders), job.Version);
            },
            cancel
        );
}
