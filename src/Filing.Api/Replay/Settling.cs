using Contracts.Delivery;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Replay;

/// <summary>
/// Waits until no message is in flight between the two services and no deadline is due: for the end of a replay and for tests.
/// </summary>
public sealed class Settling(IEnumerable<Settling.Store> stores)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <param name="Sweep">Applies what is due and says how much that was.</param>
    /// <param name="Waits">Whether a message waits to be sent. Parked rows wait for a person, not for this.</param>
    public sealed record Store(Func<CancellationToken, Task<int>> Sweep, Func<CancellationToken, Task<bool>> Waits);

    public static Store Of<TDb>(IServiceProvider services)
        where TDb : DbContext, ISends
    {
        var (contexts, sweep) = (services.GetRequiredService<IDbContextFactory<TDb>>(), services.GetRequiredService<DeadlineSweep<TDb>>());
        return new Store(sweep.SweepOnce, cancel => Waiting(contexts, cancel));
    }

    public async Task Settle(CancellationToken cancel)
    {
        var quiet = 0;
        while (quiet < 2)
        {
            var (due, waiting) = (0, false);
            foreach (var store in stores)
            {
                due += await store.Sweep(cancel);
            }

            foreach (var store in stores)
            {
                waiting = waiting || await store.Waits(cancel);
            }

            quiet = due == 0 && !waiting ? quiet + 1 : 0;
            if (waiting)
            {
                await Task.Delay(Step, cancel);
            }
        }
    }

    private static async Task<bool> Waiting<TDb>(IDbContextFactory<TDb> contexts, CancellationToken cancel)
        where TDb : DbContext, ISends
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<OutboxRow>().AnyAsync(row => row.ParkedAt == null, cancel);
    }
}
