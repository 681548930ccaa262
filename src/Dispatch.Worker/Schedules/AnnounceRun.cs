using Contracts.Delivery;
using Contracts.Dispatch;
using DispatchWorker.Data;
using DispatchWorker.Sightings;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Schedules;

/// <summary>Announces a run in its present state when its grace time is over (R5).</summary>
public static class AnnounceRun
{
    public const string Kind = "announce-run";

    public static string KeyOf(Guid run) => run.ToString("D");

    public static async Task Apply(DispatchDb db, DeadlineRow deadline, CancellationToken cancel)
    {
        var id = Guid.ParseExact(deadline.Key, "D");
        if (await db.Runs.SingleOrDefaultAsync(run => run.Id == id, cancel) is not { ClearedAt: null, AnnouncedAt: null } run)
        {
            return;
        }

        var sightings = await db.Sightings.AsNoTracking().Where(row => row.RunId == id).ToListAsync(cancel);
        sightings.Sort((a, b) => RedSighting.Compare(a.ToRed(), b.ToRed()));
        run.Announce(deadline.DueAt, sightings[0].Town);
        db.Emit(new RunsUpdated { Runs = [run.ToUpdate(sightings.Select(row => row.Id))] });
    }
}
