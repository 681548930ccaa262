using Contracts.Register;

namespace DispatchWorker.Planning.TownDay;

/// <summary>Minutes of a problem and the instants they mean. Minute 0 is the day's midnight in China, a night shift passes 1440.</summary>
public readonly record struct DayClock(DateOnly Date)
{
    public const double Length = 24 * 60;

    /// <summary>Exact: an instant is whole milliseconds, a minute has fractions.</summary>
    public double MinuteOf(DateTimeOffset at) => (at - ChinaTime.At(Date)).TotalMinutes;

    /// <summary>To the millisecond.</summary>
    public DateTimeOffset InstantOf(double minute) =>
        ChinaTime.At(Date).AddTicks((long)Math.Round(minute * 60_000) * TimeSpan.TicksPerMillisecond);

    public static double MinuteOf(TimeOnly time) => time.ToTimeSpan().TotalMinutes;

    /// <summary>Two times of day as minutes; what ends at or before its start ends on the next day.</summary>
    public static (double From, double To) Span(TimeOnly from, TimeOnly to) => (MinuteOf(from), MinuteOf(to) + (to > from ? 0 : Length));
}
