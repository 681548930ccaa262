using Contracts.Delivery;
using DispatchWorker.Data;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi;

/// <summary>
/// Waits until the two services have nothing left to tell each other and nothing is due: for a replay's end and for tests.
/// </summary>
public sealed class Settling(
    IDbContextFactory<FilingDb> filing,
    IDbContextFactory<DispatchDb> dispatch,
    DeadlineSweep<FilingDb> filingSweep,
    DeadlineSweep<DispatchDb> dispatchSweep
)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <summary>Parked rows wait for a person, not for this.</summary>
    public async Task Settle(CancellationToken cancel)
    {
        var quiet = 0;
        while (quiet < 2)
        {
            var due = await filingSweep.SweepOnce(cancel) + await dispatchSweep.SweepOnce(cancel);
            var waiting = await Waiting(filing, cancel) || await Waiting(dispatch, cancel);
            quiet = due == 0 && !waiting ? quiet + 1 : 0;
            if (waiting)
            {
                await Task.Delay(Step, cancel);
            }
        }
    }

    private static async Task<bool> Waiting<TDb>(IDbContextFactory<TDb> contexts, CancellationToken cancel)
        where TDb : DbContext
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<OutboxRow>().AnyAsync(row => row.ParkedAt == null, cancel);
    }
}
