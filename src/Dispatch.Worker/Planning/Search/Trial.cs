namespace DispatchWorker.Planning.Search;

/// <summary>Where a job would go, with the times it would bring.</summary>
internal sealed record Berth(string Truck, double Start, double Home, string Plant)
{
    /// <summary>All trucks that share the job when it is split.</summary>
    public HashSet<string> Trucks { get; init; } = [];
}

/// <summary>A plan laid into a (relaxed) problem, to see whether one more job goes in where everything else stays.</summary>
internal sealed class Trial
{
    private readonly Model model;
    private readonly State state;
    private readonly Recreate recreate;

    /// <summary>The whole plan could be laid in. If not (times of rest or turns at a bay are not in it), room found here would prove nothing.</summary>
    private readonly bool stands;

    public Trial(Problem problem, Plan plan, ITravelTimes travel)
    {
        model = ModelBuilder.Build(problem, travel, forSearch: false);
        Solution solution = WarmStart.From(model, FrozenDays.ByTruck(plan.Trucks));
        HashSet<string> left = [.. plan.Unassigned.Select(entry => entry.Job)];
        stands = solution.Absent.All(node => left.Contains(problem.Jobs[model.SourceJob[node]].Id));
        state = new State(model);
        state.Load(solution, [.. Enumerable.Range(0, model.Vehicles.Length)], solution.Absent);
        recreate = new Recreate(state, new Dice(1), Tuning.Default with { Blink = 0 });
    }

    /// <summary>The cheapest place for all visits of a job; the trial is left as it was.</summary>
    public Berth? Place(string id)
    {
        if (!stands)
        {
            return null;
        }

        int[] nodes = [.. Enumerable.Range(0, model.Jobs).Where(node => model.Problem.Jobs[model.SourceJob[node]].Id == id)];
        Berth? place = null;
        foreach (int node in nodes)
        {
            if (state.DayOf[node] >= 0)
            {
                continue;
            }
            if (recreate.TryInsert(node) is not { } truck)
            {
                place = null;
                break;
            }

            HashSet<string> trucks = [.. place?.Trucks ?? [], model.Problem.Trucks[truck].Id];
            place = Describe(truck, node) with { Trucks = trucks };
        }
        state.Undo();
        return place;
    }

    /// <summary>A served job of no higher priority whose place would do; null when none of the nearest would.</summary>
    public string? Displaces(Job job)
    {
        if (!stands)
        {
            return null;
        }

        double Way(int node) => model.RealDistance[job.Place][model.PlaceOf[node]];
        int[] candidates =
        [
            .. Enumerable
                .Range(0, model.Jobs)
                .Where(node => state.DayOf[node] >= 0 && model.Problem.Jobs[model.SourceJob[node]].Priority <= job.Priority)
                .OrderBy(Way)
                .Take(40),
        ];
        foreach (int node in candidates)
        {
            int truck = state.DayOf[node];
            Day day = state.Days[truck];
            int at = Array.FindIndex(day.Cells, 1, day.Count, cell => cell.Node == node);
            if (at <= day.Frozen)
            {
                continue;
            }

            state.Touch(truck);
            state.Leave(node);
            day.Cells[at].Node = -1;
            Emptyings.Squeeze(day, model.Vehicles[truck], model);
            bool goes = state.Refresh(truck) && Place(job.Id, undo: false);
            state.Undo();
            if (goes)
            {
                return model.Problem.Jobs[model.SourceJob[node]].Id;
            }
        }
        return null;
    }

    private bool Place(string id, bool undo)
    {
        bool all = Enumerable
            .Range(0, model.Jobs)
            .Where(node => model.Problem.Jobs[model.SourceJob[node]].Id == id)
            .All(node => recreate.TryInsert(node) is not null);
        if (undo)
        {
            state.Undo();
        }
        return all;
    }

    private Berth Describe(int truck, int node)
    {
        Day day = state.Days[truck];
        int at = Array.FindIndex(day.Cells, 1, day.Count, cell => cell.Node == node),
            plant = at;
        while (plant <= day.Count && model.IsJob(day.NodeAt(plant)))
        {
            plant++;
        }
        int last = day.NodeAt(day.Count),
            home = day.Cells[day.Count].Depart + model.Time[last][model.Vehicles[truck].Depot];
        return new Berth(
            model.Problem.Trucks[truck].Id,
            (day.Cells[at].Depart - model.Service[node]) / model.TimeScale,
            home / model.TimeScale,
            plant <= day.Count ? model.Problem.Emptying[day.NodeAt(plant) - model.Jobs].Id : ""
        );
    }
}
