using Contracts.Register;

namespace DispatchWorker.Sightings;

/// <summary>A run that is not cleared, before the change.</summary>
public sealed record KnownRun(
    Guid Id,
    DateTimeOffset OpenedAt,
    DateTimeOffset First,
    IReadOnlyList<VerdictCode> Codes,
    IReadOnlyList<string> Sightings
);

/// <summary>What happens to runs when judgements change.</summary>
public abstract record RunChange
{
    public sealed record Starts(RunGroup Group) : RunChange;

    public sealed record Changes(Guid Id, RunGroup Group) : RunChange;

    /// <summary>No red sighting is left, or, with <c>Into</c>, the run joins an older one.</summary>
    public sealed record Ends(Guid Id, Guid? Into) : RunChange;
}

/// <summary>Which run continues in which group (R5). The groups depend on the red sightings alone; only ids depend on history.</summary>
public static class Regrouping
{
    /// <summary>Compares the runs of one suspect with its red sightings.</summary>
    /// <param name="known">The runs that contain changed sightings or lie within the gap of one.</param>
    /// <param name="red">All present red sightings of those runs, and the new ones.</param>
    public static IReadOnlyList<RunChange> Of(IReadOnlyCollection<KnownRun> known, IEnumerable<RedSighting> red)
    {
        var groups = RunGroup.Of(red);
        var groupOf = groups
            .SelectMany((group, at) => group.Sightings.Select(sighting => (sighting.Id, At: at)))
            .ToDictionary(pair => pair.Id, pair => pair.At, StringComparer.Ordinal);

        // Groups are in order of time: the lowest one contains the first sighting that a run has left, and therefore keeps its id.
        var heirs = known.ToLookup(run => run.Sightings.Where(groupOf.ContainsKey).Select(id => groupOf[id]).DefaultIfEmpty(-1).Min());
        var changes = heirs[-1].Select(RunChange (run) => new RunChange.Ends(run.Id, null)).ToList();
        for (var at = 0; at < groups.Count; at++)
        {
            var oldest = heirs[at].OrderBy(run => run.OpenedAt).ThenBy(run => run.First).FirstOrDefault();
            if (oldest is null)
            {
                changes.Add(new RunChange.Starts(groups[at]));
            }
            else if (Differs(oldest, groups[at]))
            {
                changes.Add(new RunChange.Changes(oldest.Id, groups[at]));
            }

            changes.AddRange(heirs[at].Where(run => run != oldest).Select(run => new RunChange.Ends(run.Id, oldest!.Id)));
        }

        return changes;
    }

    private static bool Differs(KnownRun run, RunGroup group) =>
        !run.Codes.SequenceEqual(group.Codes) || !group.Sightings.Select(sighting => sighting.Id).ToHashSet().SetEquals(run.Sightings);
}
