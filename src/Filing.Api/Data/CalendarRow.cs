using System.Globalization;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Data;

public sealed class CalendarRow : Subject
{
    public required int Year { get; init; }
    public required IReadOnlyList<DateOnly> Off { get; set; }
    public required IReadOnlyList<DateOnly> Work { get; set; }

    public CalendarYear ToCalendar() => new(Year, Off, Work);

    protected override SubjectRef Self => new(SubjectKind.Calendar, Year.ToString(CultureInfo.InvariantCulture), null);
}

public static class CalendarQueries
{
    /// <summary>
    /// The calendars as this unit of work sees them: a due time must not be based on a calendar that another process has replaced.
    /// </summary>
    public static async Task<WorkingDays> WorkingDays(this FilingDb db, CancellationToken cancel)
    {
        var calendars = await db.Calendars.AsNoTracking().ToListAsync(cancel);
        return new WorkingDays(calendars.Select(row => row.ToCalendar()));
    }
}
