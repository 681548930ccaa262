using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 9, 24, 6, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void It_says_what_was_set_and_never_goes_back()
    {
        var clock = new VirtualClock(Start);

        clock.MoveTo(Start.AddHours(1));
        clock.MoveTo(Start);

        Assert.Equal(Start.AddHours(1), clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.GetUtcNow().Offset);
    }

    [Fact]
    public void The_latest_of_many_concurrent_values_is_kept()
    {
        var clock = new VirtualClock(Start);

        Parallel.For(0, 1000, i => clock.MoveTo(Start.AddSeconds(i)));

        Assert.Equal(Start.AddSeconds(999), clock.GetUtcNow());
    }
}
