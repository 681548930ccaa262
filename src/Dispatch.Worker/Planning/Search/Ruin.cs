namespace DispatchWorker.Planning.Search;

/// <summary>Takes strings of adjacent jobs out of neighbouring days, so that room appears where it can be used: time and tank at one place of the map.</summary>
internal sealed class Ruin(State state, Dice dice, Tuning tuning)
{
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

        var seed = state.Own[dice.Below(state.Own.Length)];
        var perDay = AverageDay();
        var longest = Math.Min(tuning.Longest, perDay);
        var mostStrings = 4 * tuning.Removed / (1 + longest) - 1;
        var strings = (int)(1 + dice.Unit() * mostStrings);
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
        var length = (int)(1 + dice.Unit() * Math.Min(longest, day.JobCount));
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
        if (length > 1 && length < jobs && dice.Unit() < tuning.Split)
        {
            kept = 1;
            while (length + kept < jobs && dice.Unit() < tuning.Widen)
            {
                kept++;
            }
        }

        var window = length + kept;
        var lowest = Math.Max(0, around - window + 1);
        var highest = Math.Min(around, jobs - window);
        var first = lowest + dice.Below(highest - lowest + 1);
        var keepFrom = kept > 0 ? first + 1 + dice.Below(length - 1) : -1;
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

    private const int Gone = -1;

    /// <summary>Positions of the day's movable jobs, and which of them is <paramref name="job"/> (-1: it is frozen).</summary>
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

    /// <summary>A break may begin anywhere in its span; best right after a job, when nothing is cut in two.</summary>
    private void MoveBreak(Day day, (int From, int To, int Length)[] breaks)
    {
        if (dice.Below(2) == 0)
        {
            return;
        }

        var which = dice.Below(breaks.Length);
        var (from, to, length) = breaks[which];
        var begin =
            dice.Below(4) == 0 ? from + dice.Below(Math.Max(1, to - length - from + 1)) : day.Cells[dice.Below(day.Count + 1)].Depart;
        day.Breaks[which] = Math.Clamp(begin, from, Math.Max(from, to - length));
    }
}
