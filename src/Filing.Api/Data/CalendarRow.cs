using System.Globalization;
using FilingApi.Domain;

namespace FilingApi.Data;

public sealed class CalendarRow : Subject
{
    public required int Year { get; init; }
    public required IReadOnlyList<DateOnly> Off { get; set; }
    public required IReadOnlyList<DateOnly> Work { get; set; }

    public CalendarYear ToCalendar() => new(Year, Off, Work);

    protected override SubjectRef Self => new(SubjectKind.Calendar, Year.ToString(CultureInfo.InvariantCulture), null);
}
