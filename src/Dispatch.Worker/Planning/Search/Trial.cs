using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Travel;

namespace DispatchWorker.Planning.Search;

/// <summary>A plan put into a relaxed problem, to see whether one more job fits while everything else stays.</summary>
internal sealed class Trial
{
    private readonly SearchModel _model;
    private readonly State _state;
    private readonly Recreate _recreate;

    /// <summary>The whole plan fits into the problem. If not, because a plan does not say when crews rest or wait for a bay, a
    /// place found here would prove nothing.</summary>
    private readonly bool _stands;

    public Trial(Problem problem, Plan plan, ITravelTimes travel, CancellationToken cancel)
    {
        _model = SearchModelBuilder.Build(problem, travel, cancel, forSearch: false);
        var solution = WarmStart.From(_model, FrozenDays.ByTruck(plan.Trucks), cancel);
        HashSet<string> left = [.. plan.Unassigned.Select(entry => entry.Job)];
        _stands = solution.Absent.All(node => left.Contains(problem.Jobs[_model.SourceJob[node]].Id));
        _state = new State(_model);
        _state.Load(solution, [.. Enumerable.Range(0, _model.Vehicles.Length)], solution.Absent);
        _recreate = new Recreate(_state, new SplitMix(1), Tuning.Default with { Blink = 0 }, cancel);
    }

    /// <summary>The cheapest place for all visits of a job, null when there is none. The trial stays as it was.</summary>
    public Insertion? Place(string id)
    {
        if (!_stands)
        {
            return null;
        }

        int[] nodes = [.. Enumerable.Range(0, _model.Jobs).Where(node => _model.Problem.Jobs[_model.SourceJob[node]].Id == id)];
        Insertion? place = null;
        foreach (var node in nodes)
        {
            if (_state.DayOf[node] >= 0)
            {
                continue;
            }

            if (_recreate.TryInsert(node) is not { } truck)
            {
                place = null;
                break;
            }

            HashSet<string> trucks = [.. place?.Trucks ?? [], _model.Problem.Trucks[truck].Id];
            place = Describe(truck, node) with { Trucks = trucks };
        }

        _state.Undo();
        return place;
    }

    /// <summary>A served job of no higher priority whose place would be enough; null when none of the nearest is.</summary>
    public string? Displaces(Job job)
    {
        if (!_stands)
        {
            return null;
        }

        double Way(int node) => _model.RealDistance[job.Place][_model.PlaceOf[node]];
        int[] candidates =
        [
            .. Enumerable
                .Range(0, _model.Jobs)
                .Where(node => _state.DayOf[node] >= 0 && _model.Problem.Jobs[_model.SourceJob[node]].Priority <= job.Priority)
                .OrderBy(Way)
                .Take(40),
        ];
        foreach (var node in candidates)
        {
            var truck = _state.DayOf[node];
            var day = _state.Days[truck];
            var at = Array.FindIndex(day.Cells, 1, day.Count, cell => cell.Node == node);
            if (at <= day.Frozen)
            {
                continue;
            }

            _state.Touch(truck);
            _state.Leave(node);
            day.Cells[at].Node = -1;
            Emptyings.Squeeze(day, _model.Vehicles[truck], _model);
            var goes = _state.Refresh(truck) && Place(job.Id, undo: false);
            _state.Undo();
            if (goes)
            {
                return _model.Problem.Jobs[_model.SourceJob[node]].Id;
            }
        }

        return null;
    }

    private bool Place(string id, bool undo)
    {
        var all = Enumerable
            .Range(0, _model.Jobs)
            .Where(node => _model.Problem.Jobs[_model.SourceJob[node]].Id == id)
            .All(node => _recreate.TryInsert(node) is not null);
        if (undo)
        {
            _state.Undo();
        }

        return all;
    }

    private Insertion Describe(int truck, int node)
    {
        var day = _state.Days[truck];
        var at = Array.FindIndex(day.Cells, 1, day.Count, cell => cell.Node == node);
        var plant = at;
        while (plant <= day.Count && _model.IsJob(day.NodeAt(plant)))
        {
            plant++;
        }

        var last = day.NodeAt(day.Count);
        var home = day.Cells[day.Count].Depart + _model.Time[last][_model.Vehicles[truck].Depot];
        return new Insertion(
            _model.Problem.Trucks[truck].Id,
            (day.Cells[at].Depart - _model.Service[node]) / _model.Scales.Time,
            home / _model.Scales.Time,
            plant <= day.Count ? _model.Problem.Emptying[day.NodeAt(plant) - _model.Jobs].Id : ""
        );
    }
}
