using FilingApi.Domain;

namespace FilingApi.Web;

/// <summary>The one place that asks for a town: offices see the rows of their towns and no others.</summary>
public static class TownScope
{
    public static IQueryable<T> InTownsOf<T>(this IQueryable<T> rows, Caller caller)
        where T : class, IOfTown
    {
        // A plain value: what EF has to work out of a condition first, it compiles at every call.
        var town = caller.Town;
        return town is null ? rows : rows.Where(row => row.Town == town);
    }

    public static bool IsInTownsOf(this IOfTown row, Caller caller) => caller.Town is null || row.Town == caller.Town;
}
