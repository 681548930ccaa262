using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Travel;

namespace DispatchWorker.Planning.Search;

/// <summary>Builds the <see cref="SearchModel"/> of a problem.</summary>
internal static class SearchModelBuilder
{
    /// <param name="problem">The day.</param>
    /// <param name="travel">Road times.</param>
    /// <param name="cancel">Looked at often enough to end within milliseconds.</param>
    /// <param name="forSearch">False leaves out the neighbour lists, which only the search needs.</param>
    public static SearchModel Build(Problem problem, ITravelTimes travel, CancellationToken cancel, bool forSearch = true)
    {
        var (time, distance) = travel.Table(problem, cancel);
        var price = problem.Objective == Objective.Full ? Weights.OfWays(problem, time, distance, cancel) : distance;
        var scales = Scales.Of(problem, time, price, cancel);
        var visits = JobVisit.Of(problem, cancel);
        var jobs = visits.Count;
        var plants = problem.Emptying.Count;
        int[] places =
        [
            .. visits.Select(visit => problem.Jobs[visit.Job].Place),
            .. problem.Emptying.Select(plant => plant.Place),
            .. problem.Depots.Select(depot => depot.Place),
        ];
        int[] open =
        [
            .. visits.Select(visit => scales.Later(problem.Jobs[visit.Job].Open)),
            .. problem.Emptying.Select(plant => scales.Later(plant.Open)),
        ];
        int[] close =
        [
            .. visits.Select(visit => scales.Earlier(HardClose(problem, problem.Jobs[visit.Job]))),
            .. problem.Emptying.Select(plant => scales.Earlier(plant.Close)),
        ];
        int[] service =
        [
            .. visits.Select(visit => scales.Later(visit.Service)),
            .. problem.Emptying.Select(plant => scales.Later(plant.Service)),
        ];

        var times = Tables.ByNode(places, time, scales.Later, cancel);
        var prices = Tables.ByNode(places, price, scales.Priced, cancel);
        var vehicles = Vehicle.Of(problem, scales, firstDepot: jobs + plants);
        int[][] near = forSearch ? Neighbours.Of(prices, jobs, cancel) : [];
        var frozen = FrozenDays.Nodes(problem, visits);
        FrozenDays.YieldToFacts(frozen, vehicles, times, open, close, service);
        var inTime = Arcs.InTime(prices, times, open, close, service, jobs, vehicles, cancel);
        var full = Full.For(problem, visits, scales, cancel);
        return new SearchModel
        {
            Problem = problem,
            Jobs = jobs,
            Plants = plants,
            Scales = scales,
            Time = times,
            Distance = inTime,
            DistanceTo = Tables.Transpose(inTime, cancel),
            Open = open,
            Close = close,
            Service = service,
            Volume = [.. visits.Select(visit => scales.Load(visit.Volume))],
            VisitVolume = [.. visits.Select(visit => visit.Volume)],
            Penalty = Penalties(problem, visits, full, vehicles.Length, scales, Arcs.Longest(inTime, jobs + plants)),
            Vehicles = vehicles,
            Fits = Compatibility.Table(problem, visits, vehicles, cancel),
            Near = near,
            MustEndEmpty = problem.MustEndEmpty,
            SourceJob = [.. visits.Select(visit => visit.Job)],
            Full = full,
            Frozen = frozen,
            PlaceOf = places,
            RealDistance = distance,
        };
    }

    private static double HardClose(Problem problem, Job job) =>
        job.Soft && problem.Objective == Objective.Full ? double.PositiveInfinity : job.Close;

    /// <summary>Higher than anything that serving the job could cost: the longest way for every job, and every job late by a
    /// day.</summary>
    private static long[] Penalties(Problem problem, List<JobVisit> visits, Full? full, int trucks, Scales scales, long longest)
    {
        var latest = full is null ? 0 : (full.Prices.Late.Sum() + full.Prices.Overtime * trucks) * scales.Horizon * scales.Time;
        var highest = latest + (1 + longest) * 4.0 * Math.Max(10, visits.Count);
        return [.. visits.Select(visit => (long)Math.Min(1e15, Math.Max(0.01, problem.Jobs[visit.Job].Priority) * highest))];
    }
}
