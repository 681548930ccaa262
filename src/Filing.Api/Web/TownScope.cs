using FilingApi.Domain;
using FilingApi.Register;

namespace FilingApi.Web;

/// <summary>The one place that asks for a town: offices see the rows of their towns and no others.</summary>
public static class TownScope
{
    public static IQueryable<T> InTownsOf<T>(this IQueryable<T> rows, Caller caller)
        where T : class, IOfTown
    {
        // Plain values: what EF has to work out of a condition first, it compiles at every call.
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
    /// Where what it reports belongs: its organisation's town; of a plant, which is no town's, the account's or the home town.
    /// </summary>
    public static string OwnTown(this Caller caller, RosterIndex.Snapshot roster) =>
        roster.Organisations.GetValueOrDefault(caller.Organisation)?.Town ?? caller.Town ?? roster.Home?.Code ?? caller.Organisation;
}
