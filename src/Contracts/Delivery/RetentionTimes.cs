using Contracts.Register;
using Microsoft.EntityFrameworkCore;

namespace Contracts.Delivery;

/// <summary>What both services delete, and when: both keep copies of sightings, and an inbox.</summary>
public static class RetentionTimes
{
    /// <summary>Sightings outside a run.</summary>
    public static readonly TimeSpan SightingsKept = TimeSpan.FromDays(90);

    /// <summary>Longer than any message can wait to be delivered again.</summary>
    public static readonly TimeSpan InboxKept = TimeSpan.FromDays(14);
    private static readonly TimeSpan TimeOfDay = TimeSpan.FromHours(3);

    public static DateTimeOffset FirstAfter(DateTimeOffset now)
    {
        var today = ChinaTime.At(ChinaTime.DayOf(now)) + TimeOfDay;
        return today > now ? today : today.AddDays(1);
    }

    public static DateTimeOffset Next(DateTimeOffset due) => due.AddDays(1);

    public static Task DeleteInbox(DbContext db, DateTimeOffset due, CancellationToken cancel) =>
        db.Set<InboxRow>().Where(row => row.SeenAt < due - InboxKept).ExecuteDeleteAsync(cancel);
}
