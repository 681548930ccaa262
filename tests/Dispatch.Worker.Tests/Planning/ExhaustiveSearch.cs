using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Travel;

namespace Dispatch.Worker.Tests.Planning;

/// <summary>The optimum of a tiny problem: tries every next job and every next plant, truck after truck.</summary>
internal sealed class ExhaustiveSearch(Problem problem)
{
    private readonly (double[][] Time, double[][] Distance) _travel = new EmbeddedTravelTimes().Table(problem);
    private (int Served, double Distance) _best = (-1, 0);

    public (int Served, double Distance) Best()
    {
        NextTruck(0, 0, 0);
        return (_best.Served, Math.Round(_best.Distance, 6));
    }

    private void NextTruck(int index, int done, double distance)
    {
        var served = int.PopCount(done);
        if (served > _best.Served || (served == _best.Served && distance < _best.Distance - 1e-9))
        {
            _best = (served, distance);
        }

        if (index == problem.Trucks.Count)
        {
            return;
        }

        var truck = problem.Trucks[index];
        var depot = problem.Depots.First(it => it.Id == truck.Depot).Place;
        NextTruck(index + 1, done, distance);
        Go(index, truck, depot, depot, truck.Start, 0, done, distance, out_: false);
    }

    private void Go(int index, Truck truck, int depot, int at, double now, double load, int done, double distance, bool out_)
    {
        if (out_ && (load == 0 || !problem.MustEndEmpty) && now + _travel.Time[at][depot] <= truck.End)
        {
            NextTruck(index + 1, done, distance + _travel.Distance[at][depot]);
        }

        for (var job = 0; job < problem.Jobs.Count; job++)
        {
            var it = problem.Jobs[job];
            var start = Math.Max(now + _travel.Time[at][it.Place], it.Open);
            if (
                (done & (1 << job)) != 0
                || load + it.Volume > truck.Capacity
                || start > it.Close
                || !it.Equipment.All(truck.Equipment.Contains)
            )
            {
                continue;
            }

            Go(
                index,
                truck,
                depot,
                it.Place,
                start + it.Service,
                load + it.Volume,
                done | (1 << job),
                distance + _travel.Distance[at][it.Place],
                out_: true
            );
        }

        foreach (var plant in load > 0 ? problem.Emptying : [])
        {
            var start = Math.Max(now + _travel.Time[at][plant.Place], plant.Open);
            if (start <= plant.Close)
            {
                Go(
                    index,
                    truck,
                    depot,
                    plant.Place,
                    start + plant.Service,
                    0,
                    done,
                    distance + _travel.Distance[at][plant.Place],
                    out_: true
                );
            }
        }
    }
}
