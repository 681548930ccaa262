using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Contracts.Delivery;

/// <summary>What a service does when something falls due. Effects are dated by the deadline's own moment, never by the clock.</summary>
public interface IDeadlineActs<in TDb>
    where TDb : DbContext
{
    Task Apply(TDb db, DeadlineRow deadline, CancellationToken cancel);
}

/// <summary>Applies due deadlines. Every act of a person calls it first, so the sweep only makes the effects visible sooner.</summary>
public sealed class Deadlines<TDb>(IDeadlineActs<TDb> acts, ILogger<Deadlines<TDb>> log, DeadlineHorizon<TDb>? horizon = null)
    where TDb : DbContext, ISends
{
    private const int BatchSize = 64;

    /// <summary>Applies every deadline strictly before <paramref name="moment"/>, oldest first; returns how many there were.</summary>
    public async Task<int> ApplyBefore(TDb db, DateTimeOffset moment, CancellationToken cancel)
    {
        // The caller's own changes must survive a rollback to a failing deadline's savepoint.
        await db.SaveChangesAsync(cancel);
        if (horizon?.IsClear(moment) == true)
        {
            return 0;
        }

        var applied = 0;
        while (true)
        {
            var due = await Unclaimed(db)
                .Where(row => row.ParkedAt == null && row.DueAt < moment)
                .OrderBy(row => row.DueAt)
                .ThenBy(row => row.Kind)
                .ThenBy(row => row.Key)
                .Take(BatchSize)
                .ToListAsync(cancel);
            if (due.Count == 0)
            {
                horizon?.Raise(await NextDue(db, cancel));
                return applied;
            }

            applied += await ApplyBatch(db, due, moment, cancel);
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>
    /// On SQL Server it skips rows that another process is applying now: that process completes them, or leaves them due.
    /// </summary>
    private static IQueryable<DeadlineRow> Unclaimed(TDb db) =>
        db.Database.IsSqlServer()
#pragma warning disable EF1002 // the schema is the model's
            ? db.Set<DeadlineRow>()
                .FromSqlRaw($"SELECT * FROM [{db.Model.GetDefaultSchema()}].[deadlines] WITH (UPDLOCK, READPAST, ROWLOCK)")
#pragma warning restore EF1002
            : db.Set<DeadlineRow>();

    /// <summary>The same without asking the horizon.</summary>
    public Task<int> LookBefore(TDb db, DateTimeOffset moment, CancellationToken cancel)
    {
        horizon?.Forget();
        return ApplyBefore(db, moment, cancel);
    }

    private static async Task<DateTimeOffset> NextDue(TDb db, CancellationToken cancel) =>
        await db.Set<DeadlineRow>()
            .Where(row => row.ParkedAt == null)
            .OrderBy(row => row.DueAt)
            .Select(row => (DateTimeOffset?)row.DueAt)
            .FirstOrDefaultAsync(cancel)
        ?? DateTimeOffset.MaxValue;

    /// <summary>Stops early when a deadline failed or set another one that may come before the rest; the caller then looks again.</summary>
    private async Task<int> ApplyBatch(TDb db, List<DeadlineRow> due, DateTimeOffset moment, CancellationToken cancel)
    {
        var (planned, sent) = (due.ToDictionary(row => row, row => row.DueAt), db.Outgoing.Count);
        for (var i = 0; i < due.Count; i++)
        {
            var deadline = due[i];
            if (deadline.DueAt != planned[deadline] || db.Entry(deadline).State == EntityState.Deleted)
            {
                return i;
            }

            try
            {
                await acts.Apply(db, deadline, cancel);
            }
            catch (Exception failure)
                when (failure is not (DbException or DbUpdateException or OperationCanceledException or OutOfMemoryException))
            {
                // A deadline that cannot be applied must not block every later act: it is parked and shown.
                TakeBack(db, sent);
                Park(deadline, failure);
                return 1;
            }

            // Its own act set it again: keep it.
            if (deadline.DueAt != planned[deadline])
            {
                return i + 1;
            }

            db.Remove(deadline);
            if (SetAnother(db, planned, moment))
            {
                return i + 1;
            }
        }

        return due.Count;
    }

    private void Park(DeadlineRow deadline, Exception failure)
    {
        deadline.ParkedAt = deadline.DueAt;
        deadline.LastError = failure.Message is { Length: > OutboxRow.ErrorLength } text ? text[..OutboxRow.ErrorLength] : failure.Message;
        log.LogError(failure, "Deadline {Kind} {Key} is parked.", deadline.Kind, deadline.Key);
    }

    /// <summary>Discards everything since the last save: half an act must not be saved.</summary>
    private static void TakeBack(TDb db, int sent)
    {
        db.Outgoing.RemoveRange(sent, db.Outgoing.Count - sent);
        foreach (var entry in db.ChangeTracker.Entries().ToList())
        {
            if (entry.State == EntityState.Added)
            {
                entry.State = EntityState.Detached;
            }
            else if (entry.State is EntityState.Modified or EntityState.Deleted)
            {
                entry.CurrentValues.SetValues(entry.OriginalValues);
                entry.State = EntityState.Unchanged;
            }
        }
    }

    private static bool SetAnother(TDb db, Dictionary<DeadlineRow, DateTimeOffset> batch, DateTimeOffset moment)
    {
        // Added rows are found without a scan of everything that was loaded.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var another = db
            .ChangeTracker.Entries<DeadlineRow>()
            .Any(entry =>
                entry.State != EntityState.Deleted
                && entry.Entity.ParkedAt is null
                && entry.Entity.DueAt < moment
                && !batch.ContainsKey(entry.Entity)
            );
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        return another;
    }
}

/// <summary>Polls for due deadlines, in real time.</summary>
public sealed class DeadlineSweep<TDb>(
    Writer<TDb> writer,
    Deadlines<TDb> deadlines,
    Dispatcher<TDb> dispatcher,
    TimeProvider clock,
    ILogger<DeadlineSweep<TDb>> log
) : EarlyStopping
    where TDb : DbContext, ISends
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public async Task<int> SweepOnce(CancellationToken cancel)
    {
        var applied = await writer.Write((db, stop) => deadlines.LookBefore(db, clock.GetUtcNow(), stop), cancel);
        if (applied > 0)
        {
            dispatcher.Wake();
        }

        return applied;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await SweepOnce(stoppingToken);
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(failure, "The sweep of {Store} failed; retrying.", typeof(TDb).Name);
                }
            }
        }
        catch (OperationCanceledException)
        { /* the host stops */
        }
    }
}
