using System.Globalization;
using FilingApi.Domain;
using FilingApi.Register;

namespace FilingApi.Tests.Domain;

/// <summary>R8 over the official calendars of 2025 and 2026.</summary>
public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = new(ShippedCalendars.Read().Select(row => row.ToCalendar()));

    [Theory]
    [InlineData("2026-02-12", 5, "2026-02-26")]
    [InlineData("2026-09-24", 5, "2026-10-09")]
    [InlineData("2026-09-30", 5, "2026-10-13")]
    [InlineData("2025-09-30", 5, "2025-10-14")]
    [InlineData("2026-04-30", 1, "2026-05-06")]
    public void Working_days_are_counted_over_holidays_and_make_up_days(string day, int count, string expected) =>
        Assert.Equal(Day(expected), Days.Add(Day(day), count));

    [Fact]
    public void A_year_is_known_by_its_calendar() => Assert.Equal((true, false), (Days.Knows(2026), Days.Knows(2040)));

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Each_year_has_248_working_days(int year)
    {
        var first = new DateOnly(year, 1, 1);

        var working = Enumerable.Range(0, 365).Count(n => Days.IsWorkingDay(first.AddDays(n)) is true);

        Assert.Equal(248, working);
    }

    [Theory]
    [InlineData("2026-03-02 16:30:00", "2026-03-03 17:30:00")] // at the cut-off, still that day
    [InlineData("2026-03-02 16:30:00.001", "2026-03-04 17:30:00")] // a moment later counts on the next
    [InlineData("2026-03-02 00:00:00", "2026-03-03 17:30:00")] // before the office opens
    [InlineData("2026-03-06 16:30:00", "2026-03-09 17:30:00")] // Friday: decided on Monday
    [InlineData("2026-03-06 16:30:01", "2026-03-10 17:30:00")] // counts on Monday
    [InlineData("2026-03-07 09:00:00", "2026-03-10 17:30:00")] // Saturday counts on Monday
    [InlineData("2026-02-14 16:30:00", "2026-02-24 17:30:00")] // a Saturday that is worked, before the Spring Festival
    [InlineData("2026-02-14 16:30:01", "2026-02-25 17:30:00")] // the festival's first working day, then one more
    [InlineData("2026-02-13 17:00:00", "2026-02-24 17:30:00")] // counts on the worked Saturday
    [InlineData("2026-09-30 16:00:00", "2026-10-08 17:30:00")] // the eve of the National Day
    [InlineData("2026-10-01 09:00:00", "2026-10-09 17:30:00")] // on the holiday's first day
    [InlineData("2026-10-09 12:00:00", "2026-10-10 17:30:00")] // decided on a worked Saturday
    public void A_normal_filing_is_due_at_the_close_of_the_working_day_after_its_receipt(string submitted, string due) =>
        Assert.Equal(At(due), Days.DueAt(At(submitted), emergency: false));

    [Theory]
    [InlineData("2026-03-02 16:30:00")]
    [InlineData("2026-10-03 23:59:59")]
    [InlineData("2027-01-01 03:00:00")]
    public void An_emergency_is_due_within_two_hours_whatever_the_hour_and_needs_no_calendar(string submitted) =>
        Assert.Equal(At(submitted).AddHours(2), Days.DueAt(At(submitted), emergency: true));

    [Theory]
    [InlineData("2026-12-31 09:00:00")] // received in 2026, due in 2027
    [InlineData("2026-12-30 17:00:00")] // counts on the last day
    [InlineData("2027-03-01 09:00:00")]
    public void A_year_without_a_calendar_is_never_guessed(string submitted)
    {
        Assert.False(Days.Knows(2027));
        Assert.Null(Days.DueAt(At(submitted), emergency: false));
        Assert.Null(Days.Add(Day("2026-12-31"), 1));
        Assert.Null(Days.IsWorkingDay(Day("2027-01-04")));
    }

    [Fact]
    public void With_the_years_calendar_a_due_time_is_known()
    {
        var days = new WorkingDays([
            .. ShippedCalendars.Read().Select(row => row.ToCalendar()),
            new CalendarYear(2027, [Day("2027-01-01")], []),
        ]);

        Assert.Equal(At("2027-01-04 17:30:00"), days.DueAt(At("2026-12-31 09:00:00"), emergency: false));
    }

    [Fact]
    public void The_moment_is_judged_in_Chinas_day_whatever_its_offset() =>
        Assert.Equal(At("2026-03-04 17:30:00"), Days.DueAt(At("2026-03-02 16:31:00").ToUniversalTime(), emergency: false));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => new(DateTime.Parse(text, CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
