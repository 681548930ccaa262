using Contracts.Delivery;
using Contracts.Dispatch;
using DispatchWorker.Data;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Schedules;

/// <summary>The grace time of a run is over: it is announced as it stands (R5).</summary>
public static class AnnounceRun
{
    public const string Kind = "announce-run";

    public static string KeyOf(Guid run) => run.ToString("D");

    public static async Task Apply(DispatchDb db, DeadlineRow deadline, CancellationToken cancel)
    {
        var id = Guid.ParseExact(deadline.Key, "D");
        if (await db.FindAsync<RunRow>([id], cancel) is not { ClearedAt: null, AnnouncedAt: null } run) { return; }

        run.Announce(deadline.DueAt);
        var sightings = await db.Sightings.Where(row => row.RunId == id).Select(row => row.Id).ToListAsync(cancel);
        db.Emit(new RunsTold { Runs = [run.Told(sightings)] });
    }
}
