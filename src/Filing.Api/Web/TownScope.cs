using FilingApi.Domain;
using FilingApi.Register;

namespace FilingApi.Web;

/// <summary>The only place that filters by town: offices see the rows of their towns and no others.</summary>
public static class TownScope
{
    public static IQueryable<T> InTownsOf<T>(this IQueryable<T> rows, Caller caller)
        where T : class, IOfTown
    {
        // Plain values: EF evaluates and compiles any other part of a condition at every call.
        var towns = caller.Towns;
        if (towns is [var town])
        {
            return rows.Where(row => row.Town == town);
        }

        return rows.Where(row => towns.Contains(row.Town));
    }

    /// <summary>Acts on what is of no town, such as a truck, are nobody's but the administration's.</summary>
    public static IQueryable<TimelineEntry> InTownsOf(this IQueryable<TimelineEntry> acts, Caller caller)
    {
        var towns = caller.Towns;
        return acts.Where(act => act.Town != null && towns.Contains(act.Town));
    }

    public static bool IsInTownsOf(this IOfTown row, Caller caller) => caller.Covers(row.Town);

    public static bool Covers(this Caller caller, string? town) => town is not null && caller.Towns.Contains(town);

    /// <summary>
    /// The town of what the caller reports: its organisation's town; for a plant, which belongs to no town, the account's or the home town.
    /// </summary>
    public static string OwnTown(this Caller caller, RosterIndex.Snapshot roster) =>
        roster.Organisations.GetValueOrDefault(caller.Organisation)?.Town ?? caller.Town ?? roster.Home?.Code ?? caller.Organisation;
}
