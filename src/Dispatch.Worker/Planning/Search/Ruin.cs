namespace DispatchWorker.Planning.Search;

/// <summary>Takes strings of adjacent jobs out of neighbouring days, so that time and tank become free in one area of the
/// map.</summary>
internal sealed class Ruin(State state, SplitMix random, Tuning tuning)
{
    /// <summary>The node of a job taken out of a day.</summary>
    private const int Gone = -1;

    private readonly SearchModel _model = state.Model;
    private readonly bool[] _ruined = new bool[state.Model.Vehicles.Length];
    private readonly List<int> _ruinedTrucks = [];
    private int[] _positions = new int[64];

    public void Run()
    {
        if (state.Own.Length == 0)
        {
            return;
        }

        var seed = state.Own[random.Below(state.Own.Length)];
        var perDay = AverageDay();
        var longest = Math.Min(tuning.Longest, perDay);
        var mostStrings = 4 * tuning.Removed / (1 + longest) - 1;
        var strings = (int)(1 + random.Unit() * mostStrings);
        TakeFrom(seed, longest);
        var near = _model.Near[seed];
        for (var i = 0; i < near.Length && _ruinedTrucks.Count < strings; i++)
        {
            TakeFrom(near[i], longest);
        }

        foreach (var truck in _ruinedTrucks)
        {
            _ruined[truck] = false;
        }

        _ruinedTrucks.Clear();
    }

    private double AverageDay()
    {
        var used = 0;
        foreach (var truck in state.Trucks)
        {
            if (state.Days[truck].JobCount > 0)
            {
                used++;
            }
        }

        return (state.Own.Length - state.AbsentCount) / (double)Math.Max(1, used);
    }

    private void TakeFrom(int job, double longest)
    {
        var truck = state.DayOf[job];
        if (truck < 0 || _ruined[truck])
        {
            return;
        }

        var day = state.Days[truck];
        var length = (int)(1 + random.Unit() * Math.Min(longest, day.JobCount));
        length = Math.Min(length, day.JobCount);
        var around = JobPositions(day, job, out var jobs);
        if (around < 0)
        {
            return;
        }

        _ruined[truck] = true;
        _ruinedTrucks.Add(truck);
        length = Math.Min(length, jobs);
        var kept = 0;
        if (length > 1 && length < jobs && random.Unit() < tuning.Split)
        {
            kept = 1;
            while (length + kept < jobs && random.Unit() < tuning.Widen)
            {
                kept++;
            }
        }

        var window = length + kept;
        var lowest = Math.Max(0, around - window + 1);
        var highest = Math.Min(around, jobs - window);
        var first = lowest + random.Below(highest - lowest + 1);
        var keepFrom = kept > 0 ? first + 1 + random.Below(length - 1) : -1;
        state.Touch(truck);
        for (var i = first; i < first + window; i++)
        {
            if (kept > 0 && i >= keepFrom && i < keepFrom + kept)
            {
                continue;
            }

            var at = _positions[i];
            state.Leave(day.Cells[at].Node);
            day.Cells[at].Node = Gone;
        }

        if (day.Breaks.Length > 0)
        {
            MoveBreak(day, _model.Full!.Interruptions.Breaks[truck]);
        }

        state.Close(truck);
    }

    /// <summary>Lists the positions of the day's movable jobs.</summary>
    /// <returns>Which of them is <paramref name="job"/>; -1 when it is frozen.</returns>
    private int JobPositions(Day day, int job, out int count)
    {
        if (_positions.Length < day.Count)
        {
            _positions = new int[day.Count * 2];
        }

        count = 0;
        var found = -1;
        for (var at = day.Frozen + 1; at <= day.Count; at++)
        {
            var node = day.Cells[at].Node;
            if (!_model.IsJob(node))
            {
                continue;
            }

            if (node == job)
            {
                found = count;
            }

            _positions[count++] = at;
        }

        return found;
    }

    /// <summary>Moves one break at random, mostly to right after a stop, where it interrupts nothing.</summary>
    private void MoveBreak(Day day, (int From, int To, int Length)[] breaks)
    {
        if (random.Below(2) == 0)
        {
            return;
        }

        var which = random.Below(breaks.Length);
        var (from, to, length) = breaks[which];
        var begin =
            random.Below(4) == 0 ? from + random.Below(Math.Max(1, to - length - from + 1)) : day.Cells[random.Below(day.Count + 1)].Depart;
        day.Breaks[which] = Math.Clamp(begin, from, Math.Max(from, to - length));
    }
}
