using CsCheck;
using DispatchWorker.Planning.TownDay;

namespace DispatchWorker.Tests.Planning.TownDay;

public sealed class DayClockTests
{
    private static readonly DayClock Clock = new(Make.Date);

    [Theory]
    [InlineData("00:00", 0)]
    [InlineData("08:30", 510)]
    [InlineData("+02:00", 1560)]
    [InlineData("-23:00", -60)]
    public void A_minute_is_counted_from_the_days_midnight_in_China(string time, double minute)
    {
        Assert.Equal(minute, Clock.MinuteOf(Make.At(time)));
        Assert.Equal(Make.At(time), Clock.InstantOf(minute));
    }

    [Fact]
    public void The_offset_that_an_instant_is_written_with_does_not_matter() =>
        Assert.Equal(510, Clock.MinuteOf(Make.At("08:30").ToUniversalTime()));

    [Fact]
    public void Every_millisecond_comes_back_from_its_minute() =>
        Gen.Long[-86_400_000, 3 * 86_400_000L]
            .Sample(milliseconds =>
            {
                var at = Make.At("00:00").AddMilliseconds(milliseconds);

                Assert.Equal(at, Clock.InstantOf(Clock.MinuteOf(at)));
            });

    [Fact]
    public void Every_minute_comes_back_from_its_instant_to_the_millisecond() =>
        Gen.Double[-1440, 4320].Sample(minute => Assert.Equal(minute, Clock.MinuteOf(Clock.InstantOf(minute)), 0.5 / 60_000 + 1e-9));

    [Theory]
    [InlineData("08:00", "17:30", 480, 1050)]
    [InlineData("22:00", "06:00", 1320, 1800)]
    [InlineData("08:00", "08:00", 480, 1920)]
    public void What_ends_at_or_before_its_start_ends_on_the_next_day(string from, string to, double begin, double end) =>
        Assert.Equal((begin, end), DayClock.Span(Make.Time(from), Make.Time(to)));
}
