namespace DispatchWorker.Planning.Search;

/// <summary>After the search: split jobs are served whole or not at all, then every absent job is tried once more.</summary>
internal static class WholeJobs
{
    public static void Enforce(SearchModel model, Solution solution, CancellationToken cancel)
    {
        if (solution.Absent.Length == 0)
        {
            return;
        }

        var state = new State(model);
        state.Load(solution, [.. Enumerable.Range(0, model.Vehicles.Length)], solution.Absent);
        RemoveBroken(model, state);
        state.Keep();
        var recreate = new Recreate(state, new SplitMix(1), Tuning.Default with { Blink = 0 }, cancel);
        foreach (
            var job in state
                .Absent[..state.AbsentCount]
                .GroupBy(node => model.SourceJob[node])
                .OrderByDescending(job => model.Penalty[job.First()])
                .ToArray()
        )
        {
            if (job.All(node => recreate.TryInsert(node) is not null))
            {
                state.Keep();
            }
            else
            {
                state.Undo();
            }
        }

        state.CountAbsent();
        solution.Take(state.Days, state.Trucks);
        solution.Absent = state.Absent[..state.AbsentCount];
    }

    /// <summary>Takes out the visits of split jobs that are not served whole.</summary>
    private static void RemoveBroken(SearchModel model, State state)
    {
        HashSet<int> broken = [.. state.Absent[..state.AbsentCount].Select(job => model.SourceJob[job])];
        foreach (var truck in state.Trucks)
        {
            var day = state.Days[truck];
            var changed = false;
            for (var at = day.Frozen + 1; at <= day.Count; at++)
            {
                var node = day.NodeAt(at);
                if (!model.IsJob(node) || !broken.Contains(model.SourceJob[node]))
                {
                    continue;
                }

                state.Touch(truck);
                state.Leave(node);
                day.Cells[at].Node = -1;
                changed = true;
            }

            if (changed)
            {
                state.Close(truck);
            }
        }
    }
}
