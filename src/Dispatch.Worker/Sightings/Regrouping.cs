using Contracts.Register;

namespace DispatchWorker.Sightings;

/// <summary>A run that is not cleared, as it stood before.</summary>
public sealed record KnownRun(
    Guid Id,
    DateTimeOffset OpenedAt,
    DateTimeOffset First,
    IReadOnlyList<VerdictCode> Codes,
    IReadOnlyList<string> Sightings
);

/// <summary>What becomes of runs when judgements change.</summary>
public abstract record RunChange
{
    public sealed record Starts(RunGroup Group) : RunChange;

    public sealed record Changes(Guid Id, RunGroup Group) : RunChange;

    /// <summary>No red sighting left, or, with <c>Into</c>, part of an older run.</summary>
    public sealed record Ends(Guid Id, Guid? Into) : RunChange;
}

/// <summary>Which run goes on in which group (R5). What the groups are depends on the red sightings alone; only ids have a past.</summary>
public static class Regrouping
{
    /// <summary>Compares one suspect's runs with its red sightings.</summary>
    /// <param name="known">The runs that changed sightings belong to or come within the gap of.</param>
    /// <param name="red">All red sightings of those runs as judged now, and the new ones.</param>
    public static IReadOnlyList<RunChange> Of(IReadOnlyCollection<KnownRun> known, IEnumerable<RedSighting> red)
    {
        var groups = RunGroup.Of(red);
        var groupOf = groups
            .SelectMany((group, at) => group.Sightings.Select(sighting => (sighting.Id, At: at)))
            .ToDictionary(pair => pair.Id, pair => pair.At, StringComparer.Ordinal);

        // Groups are in order of time: the lowest one holds the first sighting a run has left, and so its id.
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
