using Contracts.Delivery;
using Contracts.Dispatch;
using DispatchWorker.Data;
using DispatchWorker.Schedules;
using DispatchWorker.Sightings;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Consumers;

/// <summary>The cause of changed judgements.</summary>
/// <param name="Moment">The batch's arrival, or the fact's own moment; the clock is not used.</param>
/// <param name="ReasonFor">The reason to give when a run of this plate has no red sighting left.</param>
/// <param name="Grace">How long a new run is not announced.</param>
internal sealed record Cause(DateTimeOffset Moment, Func<string, string> ReasonFor, TimeSpan Grace);

/// <summary>
/// Updates stored runs after judgements changed. Only runs that contain a changed sighting, or lie within the gap of one, can change.
/// </summary>
internal static class RebuildingRuns
{
    public static async Task RebuildRuns(
        this DispatchDb db,
        IReadOnlyCollection<SightingRow> changed,
        Cause cause,
        CancellationToken cancel
    )
    {
        var touching = changed.Where(row => row.IsRed || row.RunId is not null).ToList();
        if (touching.Count == 0)
        {
            return;
        }

        var runs = (await TouchedRuns(db, touching, cancel)).ToLookup(run => run.Suspect);
        var updates = new List<RunUpdate>();
        var rest = new List<IGrouping<Suspect, SightingRow>>();
        foreach (var rows in touching.GroupBy(row => row.Suspect))
        {
            if (!GoesOn([.. runs[rows.Key]], [.. rows], updates))
            {
                rest.Add(rows);
            }
        }

        var ids = rest.SelectMany(rows => runs[rows.Key]).Select(run => (Guid?)run.Id).ToArray();

        // Tracked on purpose: the query returns the entities judged a moment ago, with their new codes.
        var members = ids.Length == 0 ? [] : await db.Sightings.Where(row => ids.Contains(row.RunId)).ToListAsync(cancel);
        foreach (var rows in members.Union(rest.SelectMany(rows => rows)).GroupBy(row => row.Suspect))
        {
            await new Rebuilding(db, rows.ToList(), runs[rows.Key].ToDictionary(run => run.Id), cause, updates).Apply(cancel);
        }

        if (updates.Count > 0)
        {
            db.Emit(new RunsUpdated { Runs = updates });
        }
    }

    /// <summary>The usual case: more sightings of a known run. Its earlier sightings are not loaded, however many there are.</summary>
    private static bool GoesOn(RunRow[] runs, SightingRow[] rows, List<RunUpdate> updates)
    {
        if (
            runs is not [var run]
            || rows.Any(row => !row.IsRed || row.RunId is not null)
            || run.Extent.With(rows.Select(row => row.ToRed())) is not { } extent
        )
        {
            return false;
        }

        run.Stand(extent);
        foreach (var row in rows)
        {
            row.RunId = run.Id;
        }

        if (run.AnnouncedAt is not null)
        {
            updates.Add(run.ToUpdate(rows.Select(row => row.Id)));
        }

        return true;
    }

    private static async Task<IEnumerable<RunRow>> TouchedRuns(DispatchDb db, List<SightingRow> touching, CancellationToken cancel)
    {
        var plates = touching.Select(row => row.Plate).Distinct().ToArray();
        var (from, to) = (touching.Min(row => row.At) - RunGroup.Gap, touching.Max(row => row.At) + RunGroup.Gap);
        var near = await db
            .Runs.Where(run => plates.Contains(run.Plate) && run.ClearedAt == null && run.Last >= from && run.First <= to)
            .ToListAsync(cancel);
        var moments = touching.ToLookup(row => row.Suspect, row => row.At);
        return near.Where(run => moments[run.Suspect].Any(at => run.First - RunGroup.Gap <= at && at <= run.Last + RunGroup.Gap));
    }

    /// <summary>The runs of one suspect.</summary>
    private sealed class Rebuilding(
        DispatchDb db,
        List<SightingRow> rows,
        Dictionary<Guid, RunRow> runs,
        Cause cause,
        List<RunUpdate> updates
    )
    {
        private readonly ILookup<Guid?, string> _before = rows.ToLookup(row => row.RunId, row => row.Id);
        private readonly Dictionary<string, SightingRow> _rows = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);

        public async Task Apply(CancellationToken cancel)
        {
            var known = runs.Values.Select(run => new KnownRun(run.Id, run.OpenedAt, run.First, run.Codes, [.. _before[run.Id]])).ToList();
            var changes = Regrouping.Of(known, rows.Where(row => row.IsRed).Select(row => row.ToRed()));
            foreach (var row in rows.Where(row => !row.IsRed))
            {
                row.RunId = null;
            }

            foreach (var change in changes)
            {
                switch (change)
                {
                    case RunChange.Starts starts:
                        Start(starts.Group);
                        break;
                    case RunChange.Changes changed:
                        Change(runs[changed.Id], changed.Group);
                        break;
                    case RunChange.Ends ends:
                        await End(runs[ends.Id], ends.Into, cancel);
                        break;
                    default:
                        throw new InvalidOperationException($"No case for {change}.");
                }
            }
        }

        private void Start(RunGroup group)
        {
            // A fact can be older than the sightings it turns red: a run does not open before one of them has arrived.
            var arrived = group.Sightings.Min(sighting => sighting.ArrivedAt);
            var (plate, colour) = rows[0].Suspect;
            var run = new RunRow
            {
                Id = Guid.CreateVersion7(),
                Plate = plate,
                Colour = colour,
                OpenedAt = arrived > cause.Moment ? arrived : cause.Moment,
            };
            run.Stand(group.Extent);
            Take(group, run);
            db.Add(run);
            db.Add(
                new DeadlineRow
                {
                    Kind = AnnounceRun.Kind,
                    Key = AnnounceRun.KeyOf(run.Id),
                    DueAt = run.OpenedAt + cause.Grace,
                }
            );
        }

        private void Change(RunRow run, RunGroup group)
        {
            run.Stand(group.Extent);
            Take(group, run);
            if (run.AnnouncedAt is null)
            {
                return;
            }

            var now = group.Sightings.Select(sighting => sighting.Id).ToList();
            updates.Add(run.ToUpdate(now.Except(_before[run.Id]), _before[run.Id].Except(now)));
        }

        private async Task End(RunRow run, Guid? into, CancellationToken cancel)
        {
            run.Clear(cause.Moment, into is null ? cause.ReasonFor(run.Plate) : "joined into an older run", into);
            if (run.AnnouncedAt is null)
            {
                await db.ClearDeadline(AnnounceRun.Kind, AnnounceRun.KeyOf(run.Id), cancel);
            }
            else
            {
                updates.Add(run.ToUpdate([], end: new RunEnd(run.ClearedAt!.Value, into)));
            }
        }

        private void Take(RunGroup group, RunRow run)
        {
            foreach (var sighting in group.Sightings)
            {
                _rows[sighting.Id].RunId = run.Id;
            }
        }
    }
}
