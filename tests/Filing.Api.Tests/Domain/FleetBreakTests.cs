using System.Globalization;
using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

public sealed class FleetBreakTests
{
    [Theory]
    [InlineData("08:00", "17:30", "12:00", "13:00", 60, true)]
    [InlineData("08:00", "17:30", "12:00", "13:00", 61, false)] // no room
    [InlineData("08:00", "17:30", "07:00", "08:30", 30, false)]
    [InlineData("08:00", "17:30", "17:00", "18:00", 30, false)]
    [InlineData("08:00", "17:30", "13:00", "12:00", 30, false)]
    [InlineData("22:00", "06:00", "23:30", "00:30", 45, true)] // a night shift
    [InlineData("22:00", "06:00", "05:30", "06:30", 30, false)]
    public void A_break_must_be_within_its_shift(string from, string to, string breakFrom, string breakTo, int minutes, bool fits) =>
        Assert.Equal(fits, new FleetBreak(Time(breakFrom), Time(breakTo), minutes).FitsInto(Time(from), Time(to)));

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);
}
