using DispatchWorker.Planning.Search;

namespace DispatchWorker.Planning;

/// <summary>Writes a solution of the search in the problem's own units.</summary>
internal static class PlanWriter
{
    public static Plan Write(Model model, Solution solution)
    {
        List<TruckDay> trucks = [];
        double distance = 0;
        foreach (Vehicle vehicle in model.Vehicles)
        {
            Day day = solution.Days[vehicle.Index];
            if (day.Count == 0) { continue; }

            distance += day.Distance / model.DistanceScale;
            trucks.Add(new TruckDay(model.Problem.Trucks[vehicle.Index].Id, [.. Stops(model, vehicle, day)]));
        }
        return new Plan
        {
            Name = model.Problem.Name,
            Distance = Math.Round(distance, 6),
            Trucks = trucks,
            Unassigned = [.. solution.Absent.Select(job => model.SourceJob[job]).Distinct().Order().Select(job => new LeftOut(model.Problem.Jobs[job].Id, []))],
        };
    }

    private static IEnumerable<Stop> Stops(Model model, Vehicle vehicle, Day day)
    {
        Problem problem = model.Problem;
        double Unit(int time) => Math.Round(time / model.TimeScale, 6);
        string depot = problem.Trucks[vehicle.Index].Depot;
        int first = day.NodeAt(1), leave = vehicle.Start;
        // Waiting in the yard is better than waiting at a closed gate.
        leave = Math.Max(leave, model.Open[first] - model.Time[vehicle.Depot][first]);
        yield return new Stop("depot", depot, Unit(vehicle.Start), Unit(vehicle.Start), Unit(leave), 0);
        int load = 0;
        for (int at = 1; at <= day.Count; at++)
        {
            int node = day.NodeAt(at), arrive = leave + model.Time[day.NodeAt(at - 1)][node], start = Math.Max(arrive, model.Open[node]);
            leave = start + model.Service[node];
            load = model.IsJob(node) ? load + model.Volume[node] : 0;
            bool isJob = model.IsJob(node);
            string id = isJob ? problem.Jobs[model.SourceJob[node]].Id : problem.Emptying[node - model.Jobs].Id;
            yield return new Stop(isJob ? "job" : "emptying", id, Unit(arrive), Unit(start), Unit(leave), load / model.VolumeScale);
        }
        int home = leave + model.Time[day.NodeAt(day.Count)][vehicle.Depot];
        yield return new Stop("depot", depot, Unit(home), Unit(home), Unit(home), load / model.VolumeScale);
    }
}
