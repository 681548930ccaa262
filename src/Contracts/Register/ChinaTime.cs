namespace Contracts.Register;

/// <summary>
/// Asia/Shanghai: UTC+8 all year since 1991. Calendars, days and everything displayed use it; no other code knows the offset.
/// </summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset ToChina(this DateTimeOffset at) => at.ToOffset(Offset);

    public static DateTimeOffset FromUnixMilliseconds(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(Offset);

    /// <summary>The calendar day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToChina().DateTime);

    /// <summary>The instant of a time of day; without a time the first moment of the day.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time = default) => new(day, time, Offset);
}
