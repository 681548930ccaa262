using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>Writes a solution of the search as a plan, in the problem's units.</summary>
internal sealed class PlanWriter(SearchModel model)
{
    private readonly Problem _problem = model.Problem;

    public Plan Write(Solution solution)
    {
        Vehicle[] used = [.. model.Vehicles.Where(vehicle => solution.Days[vehicle.Index].Count > 0)];
        return new Plan
        {
            Name = _problem.Name,
            Distance = Math.Round(used.Sum(vehicle => Distance(solution.Days[vehicle.Index])), 6),
            Trucks =
            [
                .. used.Select(vehicle => new TruckDay(
                    _problem.Trucks[vehicle.Index].Id,
                    [.. Stops(vehicle, solution.Days[vehicle.Index])]
                )),
            ],
            Unassigned =
            [
                .. solution
                    .Absent.Select(job => model.SourceJob[job])
                    .Distinct()
                    .Order()
                    .Select(job => new LeftOut(_problem.Jobs[job].Id, [])),
            ],
        };
    }

    private double Distance(Day day) =>
        Enumerable.Range(0, day.Count + 1).Sum(at => model.RealDistance[model.PlaceOf[day.NodeAt(at)]][model.PlaceOf[day.NodeAt(at + 1)]]);

    private IEnumerable<Stop> Stops(Vehicle vehicle, Day day)
    {
        var depot = _problem.Trucks[vehicle.Index].Depot;
        var rests = Rests(vehicle, day);
        var begin = vehicle.Start;
        var leave = Leave(vehicle, day, 0, begin);
        double load = 0;
        if (rests.Count == 0 && day.Count > 0)
        {
            // It is better to wait at the depot than at a closed gate.
            var first = day.NodeAt(1);
            var start = day.Cells[1].Depart - model.Service[first];
            if (model.Full is null || model.Full.Interruptions.Blocked[vehicle.Index].Length == 0)
            {
                leave = Math.Max(leave, start - model.Time[vehicle.Depot][first]);
            }
        }

        yield return new Stop("depot", depot, Unit(begin), Unit(begin), Unit(leave), 0);
        for (var at = 1; at <= day.Count; at++)
        {
            var node = day.NodeAt(at);
            var arrive = leave + model.Time[day.NodeAt(at - 1)][node];
            var depart = day.Cells[at].Depart;
            var isJob = model.IsJob(node);
            load = isJob ? load + model.VisitVolume[node] : 0;
            leave = Leave(vehicle, day, at, depart);
            (int From, int To)[] here = [.. rests.Where(rest => rest.From >= depart && rest.To <= leave)];
            yield return new Stop(
                isJob ? "job" : "emptying",
                isJob ? _problem.Jobs[model.SourceJob[node]].Id : _problem.Emptying[node - model.Jobs].Id,
                Unit(arrive),
                Unit(depart - model.Service[node]),
                Unit(here.Length > 0 ? here[0].From : leave),
                Math.Round(load, 9)
            )
            {
                Volume = isJob && IsSplit(node) ? model.VisitVolume[node] : null,
            };

            for (var i = 0; i < here.Length; i++)
            {
                yield return new Stop(
                    "break",
                    "",
                    Unit(here[i].From),
                    Unit(here[i].From),
                    Unit(i + 1 < here.Length ? here[i + 1].From : leave),
                    Math.Round(load, 9)
                );
            }
        }

        var home = leave + model.Time[day.NodeAt(day.Count)][vehicle.Depot];
        yield return new Stop("depot", depot, Unit(home), Unit(home), Unit(home), Math.Round(load, 9));
    }

    private List<(int From, int To)> Rests(Vehicle vehicle, Day day) =>
        [.. day.Breaks.Select((from, index) => (from, from + model.Full!.Interruptions.Breaks[vehicle.Index][index].Length)).Order()];

    /// <summary>A drive that would be interrupted begins after the interruption.</summary>
    private int Leave(Vehicle vehicle, Day day, int at, int ready) =>
        model.Full is not { } full
            ? ready
            : full.Interruptions.Free(
                day,
                vehicle.Index,
                ready,
                model.Time[day.NodeAt(at)][at == day.Count ? vehicle.Depot : day.NodeAt(at + 1)]
            );

    private bool IsSplit(int node) =>
        (node > 0 && model.SourceJob[node - 1] == model.SourceJob[node])
        || (node + 1 < model.Jobs && model.SourceJob[node + 1] == model.SourceJob[node]);

    private double Unit(int time) => Math.Round(time / model.Scales.Time, 6);
}
