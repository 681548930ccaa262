namespace DispatchWorker.Planning.Search;

/// <summary>Which absent jobs are tried, and in what order.</summary>
internal sealed class InsertionOrder(State state, SplitMix random)
{
    /// <summary>Where many jobs have no place, a round tries only so many of them.</summary>
    private const int FewTried = 15;

    private readonly SearchModel _model = state.Model;
    private int[] _keys = new int[64];
    private int[] _queue = new int[64];

    public int this[int at] => _queue[at];

    /// <summary>Queues the jobs to try, in one of several orders.</summary>
    /// <returns>How many jobs at the front of <see cref="State.Absent"/> are left alone, and how many are queued.</returns>
    public (int Left, int Queued) Draw()
    {
        var from = LeaveAlone();
        var count = state.AbsentCount - from;
        if (_queue.Length < count)
        {
            _queue = new int[count * 2];
            _keys = new int[count * 2];
        }

        var kind = random.Below(11);
        for (var i = 0; i < count; i++)
        {
            var job = state.Absent[from + i];
            _queue[i] = job;
            var depot = _model.Depot(0);
            _keys[i] = kind switch
            {
                < 4 => random.Below(int.MaxValue),
                < 6 => -_model.Volume[job],
                < 7 => -_model.Time[depot][job],
                < 8 => _model.Time[depot][job],
                < 9 => _model.Close[job] - _model.Open[job],
                < 10 => _model.Open[job],
                _ => -_model.Close[job],
            };
        }

        Array.Sort(_keys, _queue, 0, count);
        return (from, count);
    }

    private int LeaveAlone()
    {
        var standing = state.Standing;
        if (standing <= FewTried || standing == state.AbsentCount)
        {
            return 0;
        }

        var rest = standing - FewTried;
        for (var i = rest; i < standing; i++)
        {
            var other = random.Below(i + 1);
            (state.Absent[i], state.Absent[other]) = (state.Absent[other], state.Absent[i]);
        }

        return rest;
    }
}
