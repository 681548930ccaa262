using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>The official calendar of one year: days off beside weekends, and weekend days that are worked (调休).</summary>
public sealed record CalendarYear(int Year, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Work);

/// <summary>The clock of R8. A year without a calendar is never guessed.</summary>
public sealed class WorkingDays(IEnumerable<CalendarYear> years)
{
    public static readonly TimeSpan EmergencyTerm = TimeSpan.FromHours(2);
    private static readonly TimeOnly CutOff = new(16, 30);
    private static readonly TimeOnly CloseOfOffice = new(17, 30);
    private readonly Dictionary<int, (HashSet<DateOnly> Off, HashSet<DateOnly> Work)> _years = years.ToDictionary(
        year => year.Year,
        year => (year.Off.ToHashSet(), year.Work.ToHashSet())
    );

    public bool Knows(int year) => _years.ContainsKey(year);

    /// <summary>Null where the year has no calendar.</summary>
    public bool? IsWorkingDay(DateOnly day) =>
        !_years.TryGetValue(day.Year, out var year)
            ? null
            : year.Work.Contains(day) || (!year.Off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The working day <paramref name="count"/> after the day; null where a calendar is missing on the way.</summary>
    public DateOnly? Add(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day) is not { } works)
            {
                return null;
            }

            if (works)
            {
                count--;
            }
        }

        return day;
    }

    /// <summary>When a submission must be decided; null until the calendar is imported (R8).</summary>
    public DateTimeOffset? DueAt(DateTimeOffset submittedAt, bool emergency) =>
        emergency ? submittedAt + EmergencyTerm : DueAt(submittedAt, 1);

    /// <summary>
    /// Close of office of the n-th working day after the one on which <paramref name="from"/> counts as received; null where a
    /// calendar is missing.
    /// </summary>
    public DateTimeOffset? DueAt(DateTimeOffset from, int workingDays)
    {
        var local = from.ToChina();
        var day = DateOnly.FromDateTime(local.DateTime);
        if (IsWorkingDay(day) is not { } works)
        {
            return null;
        }

        var received = works && local.TimeOfDay <= CutOff.ToTimeSpan() ? day : Add(day, 1);
        return received is { } counted && Add(counted, workingDays) is { } due ? ChinaTime.At(due, CloseOfOffice) : null;
    }
}
