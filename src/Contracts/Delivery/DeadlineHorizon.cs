using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Contracts.Delivery;

/// <summary>
/// The moment before which nothing falls due, so that an act need not query the store. Only for a store with one process: no other
/// process sets deadlines in it. It may be too early but never too late: every saved deadline lowers it, every failed save resets it,
/// and the sweep does not use it.
/// </summary>
public sealed class DeadlineHorizon<TDb> : SaveChangesInterceptor
    where TDb : DbContext
{
    private DateTimeOffset _nextDue = DateTimeOffset.MinValue;

    public bool IsClear(DateTimeOffset moment) => moment <= _nextDue;

    public void Raise(DateTimeOffset nextDue) => _nextDue = nextDue;

    public void Forget() => _nextDue = DateTimeOffset.MinValue;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(SavingChanges(eventData, result));

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        // All tracked entries, changed or not: detecting changes is left to the save.
        var tracker = eventData.Context!.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        foreach (var entry in tracker.Entries<DeadlineRow>())
        {
            if (entry.State != EntityState.Deleted && entry.Entity.ParkedAt is null && entry.Entity.DueAt < _nextDue)
            {
                _nextDue = entry.Entity.DueAt;
            }
        }

        tracker.AutoDetectChangesEnabled = detects;
        return result;
    }
}
