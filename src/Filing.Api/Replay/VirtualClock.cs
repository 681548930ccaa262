namespace FilingApi.Replay;

/// <summary>
/// A clock that the replay sets and that never goes back. Only <see cref="GetUtcNow"/> is virtual;
/// timers, back-off and timestamps are real.
/// </summary>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private long _utcTicks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    /// <summary>Moves the clock forward to <paramref name="moment"/>; does nothing if that lies in the past.</summary>
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
