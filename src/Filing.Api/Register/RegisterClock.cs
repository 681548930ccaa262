using Contracts.Register;

namespace FilingApi.Register;

/// <summary>
/// The order of acts and answers (R2). Stamps rise in commit order, are never earlier than the stamp before them, and are later than
/// every moment already answered. A question about "now" is answered as of the latest moment before any act in flight. Whole
/// milliseconds.
/// </summary>
public sealed class RegisterClock(TimeProvider clock)
{
    public static readonly TimeSpan MostAhead = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private long _stamped;
    private long _answered;
    private long _firstInFlight;
    private long _landedAt;
    private TaskCompletionSource _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True while stamps are more than two seconds ahead of the wall clock: the clock has stepped back.</summary>
    public bool IsAhead
    {
        get
        {
            lock (_gate)
            {
                return _stamped - Wall() > MostAhead.TotalMilliseconds;
            }
        }
    }

    /// <summary>The last stamp of the previous run of the service.</summary>
    public void Resume(DateTimeOffset lastStamp, DateTimeOffset lastAnswer)
    {
        lock (_gate)
        {
            _stamped = Math.Max(_stamped, lastStamp.ToUnixTimeMilliseconds());
            _landedAt = _stamped;
            _answered = Math.Max(_answered, lastAnswer.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>Another process has committed stamps up to this one.</summary>
    public void TakeOver(DateTimeOffset stamp)
    {
        lock (_gate)
        {
            _stamped = Math.Max(_stamped, stamp.ToUnixTimeMilliseconds());
            _landedAt = Math.Max(_landedAt, stamp.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>The stamp of an act; the writer calls it when it starts the act.</summary>
    public DateTimeOffset Stamp()
    {
        lock (_gate)
        {
            _stamped = Math.Max(Wall(), Math.Max(_stamped, _answered + 1));
            if (_firstInFlight == 0)
            {
                _firstInFlight = _stamped;
            }

            return Instant(_stamped);
        }
    }

    /// <summary>An answer was given inside an act, about its own moment: later acts of the group must have later stamps.</summary>
    public void Answered(DateTimeOffset moment)
    {
        lock (_gate)
        {
            _answered = Math.Max(_answered, moment.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>Nothing is in flight any more.</summary>
    public void Land()
    {
        TaskCompletionSource landed;
        lock (_gate)
        {
            _firstInFlight = 0;
            _landedAt = _stamped;
            landed = _landed;
            _landed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        landed.TrySetResult();
    }

    /// <summary>
    /// The moment at which a question about "now" is answered: the latest before any act in flight. If that would hide what is already
    /// committed, it waits until the acts in flight have landed.
    /// </summary>
    public async ValueTask<DateTimeOffset> AskNow()
    {
        while (true)
        {
            Task landed;
            lock (_gate)
            {
                var moment = Math.Max(Wall(), _stamped);
                if (_firstInFlight != 0)
                {
                    moment = Math.Min(moment, _firstInFlight - 1);
                }

                if (_firstInFlight == 0 || moment >= _landedAt)
                {
                    _answered = Math.Max(_answered, moment);
                    return Instant(moment);
                }

                landed = _landed.Task;
            }

            await landed;
        }
    }

    /// <summary>Makes a given moment answerable. False when it is in the future; otherwise all acts up to it have landed.</summary>
    public async ValueTask<bool> AskAt(DateTimeOffset moment)
    {
        var asked = moment.ToUnixTimeMilliseconds();
        while (true)
        {
            Task landed;
            lock (_gate)
            {
                if (asked > Math.Max(Wall(), _stamped))
                {
                    return false;
                }

                if (_firstInFlight == 0 || asked < _firstInFlight)
                {
                    _answered = Math.Max(_answered, asked);
                    return true;
                }

                landed = _landed.Task;
            }

            await landed;
        }
    }

    /// <summary>The time for lists and pages, which give no guarantee about the register.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                return Instant(Math.Max(Wall(), _stamped));
            }
        }
    }

    private long Wall() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static DateTimeOffset Instant(long milliseconds) => ChinaTime.FromUnixMilliseconds(milliseconds);
}
