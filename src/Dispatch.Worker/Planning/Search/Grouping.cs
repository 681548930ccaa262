using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

internal sealed class Group
{
    public required int[] Trucks { get; init; }
    public List<int> Absent { get; } = [];
    public int Size { get; set; }
    public int[] AbsentNow { get; set; } = [];
    public int[] AbsentBest { get; set; } = [];
}

/// <summary>Divides the days into groups of neighbours, differently every time.</summary>
internal sealed class Grouping(SearchModel model, SplitMix random)
{
    private readonly Place[] _places = [.. model.SourceJob.Select(job => model.Problem.Places[model.Problem.Jobs[job].Place])];

    public List<Group> Divide(Solution solution, int groups)
    {
        var trucks = solution.Days.Length;
        var keys = new double[trucks];
        var centre = model.Problem.Places[model.Problem.Depots[0].Place];
        var sweep = random.Below(3) > 0;
        var turn = random.Unit() * 2 * Math.PI;
        for (var truck = 0; truck < trucks; truck++)
        {
            if (solution.Days[truck].JobCount == 0)
            {
                keys[truck] = random.Unit();
                continue;
            }

            var middle = Middle(solution.Days[truck]);
            var x = middle.X - centre.X;
            var y = middle.Y - centre.Y;
            keys[truck] = sweep ? (Math.Atan2(y, x) + turn + 4 * Math.PI) % (2 * Math.PI) : x * Math.Cos(turn) + y * Math.Sin(turn);
        }

        int[] busy = [.. Enumerable.Range(0, trucks).Where(truck => solution.Days[truck].JobCount > 0)];
        int[] idle = [.. Enumerable.Range(0, trucks).Where(truck => solution.Days[truck].JobCount == 0)];
        Array.Sort([.. busy.Select(truck => keys[truck])], busy);
        Array.Sort([.. idle.Select(truck => keys[truck])], idle);
        var share = Math.Max(1, busy.Sum(truck => solution.Days[truck].JobCount)) / (double)groups;
        double seen = 0;
        List<int>[] parts = [.. Enumerable.Range(0, groups).Select(_ => new List<int>())];
        foreach (var truck in busy)
        {
            parts[Math.Min(groups - 1, (int)(seen / share))].Add(truck);
            seen += solution.Days[truck].JobCount;
        }

        for (var i = 0; i < idle.Length; i++)
        {
            parts[i % groups].Add(idle[i]);
        }

        List<Group> result =
        [
            .. parts.Select(trucks => new Group { Trucks = [.. trucks], Size = trucks.Sum(truck => solution.Days[truck].JobCount) }),
        ];
        foreach (var job in solution.Absent)
        {
            var group = result[random.Below(groups)];
            group.Absent.Add(job);
            group.Size++;
        }

        return result;
    }

    private Place Middle(Day day)
    {
        double x = 0;
        double y = 0;
        for (var at = 1; at <= day.Count; at++)
        {
            var node = day.NodeAt(at);
            if (!model.IsJob(node))
            {
                continue;
            }

            x += _places[node].X;
            y += _places[node].Y;
        }

        return new Place(x / day.JobCount, y / day.JobCount);
    }
}
