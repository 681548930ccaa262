using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Contracts.Delivery;

/// <summary>What a service does when something falls due. Dated by the deadline's own moment, never by the clock.</summary>
public interface IDeadlineActs<in TDb> where TDb : DbContext
{
    Task Apply(TDb db, DeadlineRow deadline, CancellationToken cancel);
}

/// <summary>Lets what fell due act. Every act of a person calls it first, so the sweep only makes things visible sooner.</summary>
public sealed class Deadlines<TDb>(IDeadlineActs<TDb> acts, ILogger<Deadlines<TDb>> log) where TDb : DbContext
{
    private const int BatchSize = 64;

    /// <summary>Applies every deadline strictly before <paramref name="moment"/>, oldest first; returns how many there were.</summary>
    public async Task<int> ApplyBefore(TDb db, DateTimeOffset moment, CancellationToken cancel)
    {
        var applied = 0;
        while (true)
        {
            var due = await db.Set<DeadlineRow>().Where(row => row.ParkedAt == null && row.DueAt < moment)
                .OrderBy(row => row.DueAt).ThenBy(row => row.Kind).ThenBy(row => row.Key).Take(BatchSize).ToListAsync(cancel);
            if (due.Count == 0) { return applied; }

            foreach (var deadline in due)
            {
                await ApplyOne(db, deadline, cancel);
                applied++;
            }

            await db.SaveChangesAsync(cancel);
        }
    }

    private async Task ApplyOne(TDb db, DeadlineRow deadline, CancellationToken cancel)
    {
        try
        {
            await acts.Apply(db, deadline, cancel);
            db.Remove(deadline);
        }
        catch (InvalidOperationException failure)
        {
            // A deadline nobody can act on must not stop every act behind it: it is parked and shown.
            deadline.ParkedAt = deadline.DueAt;
            deadline.LastError = failure.Message;
            log.LogError(failure, "Deadline {Kind} {Key} is parked.", deadline.Kind, deadline.Key);
        }
    }
}

/// <summary>Looks again and again for what fell due, on real time.</summary>
public sealed class DeadlineSweep<TDb>(Writer<TDb> writer, Deadlines<TDb> deadlines, Dispatcher<TDb> dispatcher, TimeProvider clock, ILogger<DeadlineSweep<TDb>> log)
    : BackgroundService where TDb : DbContext
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public async Task<int> SweepOnce(CancellationToken cancel)
    {
        var applied = await writer.Write((db, stop) => deadlines.ApplyBefore(db, clock.GetUtcNow(), stop), cancel);
        if (applied > 0) { dispatcher.Wake(); }

        return applied;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try { await SweepOnce(stoppingToken); }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested) { log.LogError(failure, "The sweep of {Store} failed; trying again.", typeof(TDb).Name); }
            }
        }
        catch (OperationCanceledException) { /* the host stops */ }
    }
}
