namespace FilingApi.Replay;

/// <summary>Says what the replay sets and never goes back. Timers, back-off and timestamps stay real: only <see cref="GetUtcNow"/> is the day's.</summary>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private long _utcTicks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    /// <summary>Moves the clock to <paramref name="moment"/>, or leaves it where it is when that lies behind.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        var now = Interlocked.Read(ref _utcTicks);
        while (moment.UtcTicks > now)
        {
            var seen = Interlocked.CompareExchange(ref _utcTicks, moment.UtcTicks, now);
            if (seen == now)
            {
                return;
            }

            now = seen;
        }
    }
}
