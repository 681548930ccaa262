using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Travel;
using Google.OrTools.ConstraintSolver;
using Google.Protobuf.WellKnownTypes;

namespace Benchmarks;

/// <summary>The same distance problem for OR-Tools' routing library: guided local search, with plants as optional stops that empty the
/// tank.</summary>
internal static class OrToolsPeer
{
    private const int Scale = 10;

    public static (double Distance, int LeftOut) Solve(Problem problem, double seconds)
    {
        var (time, distance) = new EmbeddedTravelTimes().Table(problem);
        var jobs = problem.Jobs.Count;
        var copies = problem.Emptying.Count == 0 ? 0 : Math.Min(jobs, problem.Trucks.Count * 4);
        var nodes = 1 + jobs + problem.Emptying.Count * copies;
        var tank = (int)problem.Trucks[0].Capacity;
        Plant PlantOf(int node) => problem.Emptying[(node - 1 - jobs) / copies];
        int PlaceOf(int node) =>
            node == 0 ? problem.Depots[0].Place
            : node <= jobs ? problem.Jobs[node - 1].Place
            : PlantOf(node).Place;
        double ServiceOf(int node) =>
            node == 0 ? 0
            : node <= jobs ? problem.Jobs[node - 1].Service
            : PlantOf(node).Service;
        int[] places = [.. Enumerable.Range(0, nodes).Select(PlaceOf)];

        using var manager = new RoutingIndexManager(nodes, problem.Trucks.Count, 0);
        using var routing = new RoutingModel(manager);
        long Scaled(double[][] table, long from, long to) =>
            (long)Math.Round(table[places[manager.IndexToNode(from)]][places[manager.IndexToNode(to)]] * Scale);
        routing.SetArcCostEvaluatorOfAllVehicles(routing.RegisterTransitCallback((from, to) => Scaled(distance, from, to)));
        var horizon = (long)(problem.Trucks[0].End * Scale);
        routing.AddDimension(
            routing.RegisterTransitCallback((from, to) => Scaled(time, from, to) + (long)(ServiceOf(manager.IndexToNode(from)) * Scale)),
            horizon,
            horizon,
            false,
            "time"
        );
        routing.AddDimension(
            routing.RegisterUnaryTransitCallback(from =>
                manager.IndexToNode(from) switch
                {
                    0 => 0,
                    var node when node <= jobs => (long)problem.Jobs[node - 1].Volume,
                    _ => -tank,
                }
            ),
            tank,
            tank,
            true,
            "load"
        );
        var clock = routing.GetMutableDimension("time");
        var load = routing.GetMutableDimension("load");
        for (var node = 1; node < nodes; node++)
        {
            var index = manager.NodeToIndex(node);
            var job = node <= jobs;
            var (open, close) = job
                ? (problem.Jobs[node - 1].Open, problem.Jobs[node - 1].Close)
                : (PlantOf(node).Open, PlantOf(node).Close);
            clock.CumulVar(index).SetRange((long)(open * Scale), Math.Min(horizon, (long)(close * Scale)));
            if (job)
            {
                load.SlackVar(index).SetValue(0);
            }

            routing.AddDisjunction([index], job ? 10_000_000 : 0);
        }

        for (var truck = 0; truck < problem.Trucks.Count && problem.MustEndEmpty; truck++)
        {
            load.CumulVar(routing.End(truck)).SetMax(0);
        }

        var search = operations_research_constraint_solver.DefaultRoutingSearchParameters();
        search.FirstSolutionStrategy = FirstSolutionStrategy.Types.Value.ParallelCheapestInsertion;
        search.LocalSearchMetaheuristic = LocalSearchMetaheuristic.Types.Value.GuidedLocalSearch;
        search.TimeLimit = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds));
        using var solution = routing.SolveWithParameters(search);
        if (solution is null)
        {
            return (0, jobs);
        }

        double length = 0;
        HashSet<int> served = [];
        for (var truck = 0; truck < problem.Trucks.Count; truck++)
        {
            for (var at = routing.Start(truck); !routing.IsEnd(at); )
            {
                var next = solution.Value(routing.NextVar(at));
                length += distance[places[manager.IndexToNode(at)]][places[manager.IndexToNode(next)]];
                at = next;
                if (!routing.IsEnd(at) && manager.IndexToNode(at) is var node && node <= jobs)
                {
                    served.Add(node);
                }
            }
        }

        return (length, jobs - served.Count);
    }
}
