using Contracts.Register;

namespace FilingApi.Register;

/// <summary>
/// The order of acts and answers (R2). Stamps rise in commit order, never lie before the stamp before them, and are later than every moment already answered;
/// a question about now speaks of the latest moment before any act still being committed. Whole milliseconds.
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

    /// <summary>True while stamps run ahead of the wall clock by more than two seconds: the clock has stepped back.</summary>
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

    /// <summary>The last step of the start; <c>/readyz</c> says so.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Where the last run of the service ended.</summary>
    public void Resume(DateTimeOffset lastStamp, DateTimeOffset lastAnswer)
    {
        lock (_gate)
        {
            _stamped = Math.Max(_stamped, lastStamp.ToUnixTimeMilliseconds());
            _landedAt = _stamped;
            _answered = Math.Max(_answered, lastAnswer.ToUnixTimeMilliseconds());
            IsResumed = true;
        }
    }

    /// <summary>Another process stamped up to here, and that is committed.</summary>
    public void TakeOver(DateTimeOffset stamp)
    {
        lock (_gate)
        {
            _stamped = Math.Max(_stamped, stamp.ToUnixTimeMilliseconds());
            _landedAt = Math.Max(_landedAt, stamp.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>The moment of an act; called by the writer as it takes the act up.</summary>
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

    /// <summary>An answer was given inside an act, about that act's own moment: later acts of the group must be later.</summary>
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

    /// <summary>The moment that a question about now speaks of: the latest before any act in flight. Where that would hide what is already committed, it waits for the landing.</summary>
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

    /// <summary>Makes a given moment answerable: false when it lies ahead; otherwise what is being committed by then has landed.</summary>
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

    /// <summary>The time of day for lists and pages, which promise nothing about the register.</summary>
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
