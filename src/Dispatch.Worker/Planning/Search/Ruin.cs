namespace DispatchWorker.Planning.Search;

/// <summary>Takes strings of adjacent jobs out of neighbouring days, so that room appears where it can be used: time and tank at one place of the map.</summary>
internal sealed class Ruin(State state, Dice dice, Tuning tuning)
{
    private readonly Model model = state.Model;
    private readonly bool[] ruined = new bool[state.Model.Vehicles.Length];
    private readonly List<int> ruinedTrucks = [];
    private int[] positions = new int[64];

    public void Run()
    {
        if (state.Own.Length == 0)
        {
            return;
        }

        int seed = state.Own[dice.Below(state.Own.Length)];
        double perDay = AverageDay();
        double longest = Math.Min(tuning.Longest, perDay);
        double mostStrings = 4 * tuning.Removed / (1 + longest) - 1;
        int strings = (int)(1 + dice.Unit() * mostStrings);
        TakeFrom(seed, longest);
        int[] near = model.Near[seed];
        for (int i = 0; i < near.Length && ruinedTrucks.Count < strings; i++)
        {
            TakeFrom(near[i], longest);
        }
        foreach (int truck in ruinedTrucks)
        {
            ruined[truck] = false;
        }
        ruinedTrucks.Clear();
    }

    private double AverageDay()
    {
        int used = 0;
        foreach (int truck in state.Trucks)
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
        int truck = state.DayOf[job];
        if (truck < 0 || ruined[truck])
        {
            return;
        }

        Day day = state.Days[truck];
        int length = (int)(1 + dice.Unit() * Math.Min(longest, day.JobCount));
        length = Math.Min(length, day.JobCount);
        int around = JobPositions(day, job, out int jobs);
        if (around < 0)
        {
            return;
        }

        ruined[truck] = true;
        ruinedTrucks.Add(truck);
        length = Math.Min(length, jobs);
        int kept = 0;
        if (length > 1 && length < jobs && dice.Unit() < tuning.Split)
        {
            kept = 1;
            while (length + kept < jobs && dice.Unit() < tuning.Widen)
            {
                kept++;
            }
        }
        int window = length + kept;
        int lowest = Math.Max(0, around - window + 1),
            highest = Math.Min(around, jobs - window);
        int first = lowest + dice.Below(highest - lowest + 1);
        int keepFrom = kept > 0 ? first + 1 + dice.Below(length - 1) : -1;
        state.Touch(truck);
        for (int i = first; i < first + window; i++)
        {
            if (kept > 0 && i >= keepFrom && i < keepFrom + kept)
            {
                continue;
            }

            int at = positions[i];
            state.Leave(day.Cells[at].Node);
            day.Cells[at].Node = Gone;
        }
        if (day.Breaks.Length > 0)
        {
            MoveBreak(day, model.Full!.Breaks[truck]);
        }
        state.Close(truck);
    }

    private const int Gone = -1;

    /// <summary>Positions of the day's movable jobs, and which of them is <paramref name="job"/> (-1: it is frozen).</summary>
    private int JobPositions(Day day, int job, out int count)
    {
        if (positions.Length < day.Count)
        {
            positions = new int[day.Count * 2];
        }
        count = 0;
        int found = -1;
        for (int at = day.Frozen + 1; at <= day.Count; at++)
        {
            int node = day.Cells[at].Node;
            if (!model.IsJob(node))
            {
                continue;
            }

            if (node == job)
            {
                found = count;
            }
            positions[count++] = at;
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

        int which = dice.Below(breaks.Length);
        (int from, int to, int length) = breaks[which];
        int begin =
            dice.Below(4) == 0 ? from + dice.Below(Math.Max(1, to - length - from + 1)) : day.Cells[dice.Below(day.Count + 1)].Depart;
        day.Breaks[which] = Math.Clamp(begin, from, Math.Max(from, to - length));
    }
}
