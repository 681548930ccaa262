namespace DispatchWorker.Planning.TownDay;

/// <summary>When a truck takes new work, in minutes of the day.</summary>
internal sealed record Shift(double Start, double End, double Overtime)
{
    private static readonly TimeOnly UsualFrom = new(8, 0);
    private static readonly TimeOnly UsualTo = new(17, 30);

    /// <summary>Null when it takes none: of another town, papers out, off duty, or broken down before it began.</summary>
    public static Shift? Of(TruckFacts truck, DayFacts facts, DayClock clock)
    {
        var day = truck.On(facts.Date);
        if (truck.Owner?.Town != facts.Town || truck.Roster.PapersUntil < facts.Date || day is { OnDuty: false })
        {
            return null;
        }

        var (start, end) = DayClock.Span(
            day?.ShiftFrom ?? truck.Fleet?.ShiftFrom ?? UsualFrom,
            day?.ShiftTo ?? truck.Fleet?.ShiftTo ?? UsualTo
        );
        var last = end + (truck.Fleet?.OvertimeMinutes ?? 0);
        if (truck.OffFrom(facts.Date) is { } off)
        {
            (end, last) = (Math.Min(end, clock.MinuteOf(off)), Math.Min(last, clock.MinuteOf(off)));
        }

        return end > start ? new Shift(start, end, last - end) : null;
    }
}
