using Contracts.Delivery;
using DispatchWorker.Data;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Schedules;

/// <summary>Deletes the worker's copies of expired data every day, dated by the deadline's own moment.</summary>
public static class Retain
{
    public const string Sightings = "retain-sightings";
    public const string Inbox = "retain-inbox";
    public const string Daily = "daily";

    public static async Task Begin(DispatchDb db, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var kind in new[] { Sightings, Inbox })
        {
            await db.BeginDeadline(kind, Daily, RetentionTimes.FirstAfter(now), cancel);
        }
    }

    public static async Task Apply(DispatchDb db, DeadlineRow deadline, CancellationToken cancel)
    {
        var due = deadline.DueAt;
        if (deadline.Kind == Inbox)
        {
            await RetentionTimes.DeleteInbox(db, due, cancel);
        }
        else
        {
            await db
                .Sightings.Where(row => row.RunId == null && row.ArrivedAt < due - RetentionTimes.SightingsKept)
                .ExecuteDeleteAsync(cancel);
        }

        deadline.DueAt = RetentionTimes.Next(due);
    }
}
