using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Contracts.Delivery;

/// <summary>
/// The moment before which nothing falls due, so that an act need not ask the store. Only for a store with one process: nobody else sets a
/// deadline behind its back. It may be too early, never too late: every deadline that is saved lowers it, every failed save forgets it, and
/// the sweep looks for itself.
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
        // All that are held, changed or not: looking for changes is left to the save.
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
