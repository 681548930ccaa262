using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>Some trucks and the jobs to plan with them, by index in the problem.</summary>
internal sealed record District(int[] Trucks, int[] Jobs);

/// <summary>Cuts the map in two, and each half again, until a district has few enough jobs; along different lines every time.</summary>
internal sealed class DistrictCutter(Problem problem, SplitMix random, CancellationToken cancel)
{
    /// <summary>Jobs in a district. Its tables are built anew every time, and their cost grows with the square.</summary>
    private const int Size = 250;
    private const int FewestTrucks = 4;

    /// <summary>Jobs that no truck serves which a district may try besides its own.</summary>
    private const int MostAbsent = 300;
    private readonly Place[] _map = Map(problem);

    private sealed record Item(int[] Trucks, int[] Jobs, Place At);

    /// <summary>The first districts: trucks keep the jobs they hold, all others are shared out by place, with trucks in
    /// proportion.</summary>
    public List<District> First(int[][] held)
    {
        HashSet<int> taken = [.. held.SelectMany(jobs => jobs)];
        return Divide(held, [.. Enumerable.Range(0, problem.Jobs.Count).Where(job => !taken.Contains(job))], byWork: true);
    }

    public List<District> Again(int[][] served, int[] absent) => Divide(served, absent, byWork: false);

    private List<District> Divide(int[][] served, int[] absent, bool byWork)
    {
        List<Item> busy = [.. Linked(served).Select(trucks => Busy(trucks, served))];
        int[] idle = [.. Enumerable.Range(0, served.Length).Where(truck => served[truck].Length == 0)];
        List<District> districts = [];
        Cut(busy, idle, absent, byWork, random.Unit() * Math.PI, districts);
        return districts;
    }

    private Item Busy(int[] trucks, int[][] served)
    {
        int[] jobs = [.. trucks.SelectMany(truck => served[truck]).Distinct()];
        return new Item(trucks, jobs, new Place(jobs.Average(job => At(job).X), jobs.Average(job => At(job).Y)));
    }

    /// <summary>Trucks that share a job larger than any tank stay together.</summary>
    private static IEnumerable<int[]> Linked(int[][] served)
    {
        int[] leader = [.. Enumerable.Range(0, served.Length)];
        int Find(int truck) => leader[truck] == truck ? truck : leader[truck] = Find(leader[truck]);
        Dictionary<int, int> first = [];
        for (var truck = 0; truck < served.Length; truck++)
        {
            foreach (var job in served[truck])
            {
                if (!first.TryAdd(job, truck))
                {
                    leader[Find(truck)] = Find(first[job]);
                }
            }
        }

        return Enumerable.Range(0, served.Length).Where(truck => served[truck].Length > 0).GroupBy(Find).Select(group => group.ToArray());
    }

    private void Cut(List<Item> busy, int[] idle, int[] absent, bool byWork, double angle, List<District> districts)
    {
        cancel.ThrowIfCancellationRequested();
        var trucks = busy.Sum(item => item.Trucks.Length) + idle.Length;
        var work = busy.Sum(item => item.Jobs.Length) + (byWork ? absent.Length : 0);
        if (work <= Size || trucks < 2 * FewestTrucks || (busy.Count + idle.Length) < 2)
        {
            int[] own = [.. busy.SelectMany(item => item.Jobs)];
            // If there are too many, the most urgent are tried; among equals the nearest to home at first, later random ones.
            IEnumerable<int> tried = byWork ? absent.OrderBy(FromHome) : absent.OrderBy(_ => random.Below(int.MaxValue));
            int[] jobs = [.. own, .. tried.OrderByDescending(job => problem.Jobs[job].Priority).Take(MostAbsent)];
            if (trucks > 0 && jobs.Length > 0)
            {
                districts.Add(new District([.. busy.SelectMany(item => item.Trucks), .. idle], jobs));
            }

            return;
        }

        var x = Math.Cos(angle);
        var y = Math.Sin(angle);
        double Along(Place at) => at.X * x + at.Y * y;
        (double Key, int Weight)[] keys =
        [
            .. busy.Select(item => (Along(item.At), item.Jobs.Length)),
            .. absent.Select(job => (Along(At(job)), byWork ? 1 : 0)),
        ];
        Array.Sort(keys, (a, b) => a.Key.CompareTo(b.Key));
        var half = keys.Sum(key => (long)key.Weight) / 2;
        long seen = 0;
        var border = keys.First(key => (seen += key.Weight) > half || seen == 2 * half).Key;
        List<Item> low = [.. busy.Where(item => Along(item.At) < border)];
        List<Item> high = [.. busy.Where(item => Along(item.At) >= border)];
        int[] lowJobs = [.. absent.Where(job => Along(At(job)) < border)];
        int[] highJobs = [.. absent.Where(job => Along(At(job)) >= border)];
        if (low.Count + lowJobs.Length == 0 || high.Count + highJobs.Length == 0)
        {
            // All at one point: split by number.
            (low, high) = ([.. busy.Take(busy.Count / 2)], [.. busy.Skip(busy.Count / 2)]);
            (lowJobs, highJobs) = (absent[..(absent.Length / 2)], absent[(absent.Length / 2)..]);
        }

        var (lowIdle, highIdle) = Share(idle, low.Count, high.Count, lowJobs.Length, highJobs.Length);
        Cut(low, lowIdle, lowJobs, byWork, angle + Math.PI / 2, districts);
        Cut(high, highIdle, highJobs, byWork, angle + Math.PI / 2, districts);
    }

    /// <summary>Shares idle trucks out in proportion to the waiting jobs, alike ones alternately; a side without a truck gets one
    /// first.</summary>
    private (int[] Low, int[] High) Share(int[] idle, int lowBusy, int highBusy, int lowWaiting, int highWaiting)
    {
        var share = lowWaiting + highWaiting == 0 ? 0.5 : lowWaiting / (double)(lowWaiting + highWaiting);
        var owed = 0.5;
        List<int> low = [];
        List<int> high = [];
        foreach (
            var truck in idle.OrderBy(truck => problem.Trucks[truck].Depot, StringComparer.Ordinal)
                .ThenBy(truck => problem.Trucks[truck].Capacity)
                .ThenBy(truck => truck)
        )
        {
            owed += share;
            var goesLow = owed >= 1 ? highBusy + high.Count > 0 || low.Count == 0 : lowBusy + low.Count == 0;
            if (goesLow)
            {
                low.Add(truck);
                owed -= 1;
            }
            else
            {
                high.Add(truck);
            }
        }

        return ([.. low], [.. high]);
    }

    private Place At(int job) => _map[problem.Jobs[job].Place];

    private double FromHome(int job)
    {
        var home = _map[problem.Depots[0].Place];
        var at = At(job);
        return (at.X - home.X) * (at.X - home.X) + (at.Y - home.Y) * (at.Y - home.Y);
    }

    /// <summary>Where places are: their coordinates, or in a bare matrix the times from two places far apart.</summary>
    private static Place[] Map(Problem problem)
    {
        if (problem.Matrix is null || problem.Places.Distinct().Take(3).Count() == 3)
        {
            var shrink = problem.Metric == Metric.EuclidDecimal ? 1 : Math.Cos(problem.Places[0].Y * Math.PI / 180);
            return [.. problem.Places.Select(place => place with { X = place.X * shrink })];
        }

        var first = problem.Matrix.Time[problem.Depots[0].Place];
        var second = problem.Matrix.Time[Array.IndexOf(first, first.Max())];
        return [.. first.Select((time, place) => new Place(time, second[place]))];
    }
}
