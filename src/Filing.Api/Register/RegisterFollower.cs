using System.Data.Common;
using Contracts.Delivery;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Register;

/// <summary>
/// Several processes on one store: applies the others' commits several times a second. A green answer given here is at most two seconds
/// behind a revocation made anywhere: while the store cannot be polled that often, memory answers nothing.
/// </summary>
public sealed class RegisterFollower(
    IDbContextFactory<FilingDb> contexts,
    RegisterIndex index,
    RosterIndex roster,
    RegisterClock clock,
    ILogger<RegisterFollower> log
) : EarlyStopping
{
    private const int LargestRead = 5000;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Together with the time to send an answer this stays below two seconds.</summary>
    private static readonly TimeSpan MostBehind = TimeSpan.FromSeconds(1.5);
    private long _readAt = TimeProvider.System.GetTimestamp();
    private int _roster = -1;

    public bool IsLate => TimeProvider.System.GetElapsedTime(Volatile.Read(ref _readAt)) > MostBehind;

    public async Task ReadOnce(CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var stamp = await db.Stamps.AsNoTracking().SingleAsync(cancel);
        List<FactRow> facts;
        do
        {
            var position = index.Position;
            facts = await db
                .Facts.AsNoTracking()
                .Where(fact => fact.Position > position)
                .OrderBy(fact => fact.Position)
                .Take(LargestRead)
                .ToListAsync(cancel);
            if (facts.Count > 0)
            {
                index.Apply(facts.Select(fact => fact.ToFact()), facts[^1].Position);
            }
        } while (facts.Count == LargestRead);

        clock.TakeOver(stamp.Last);
        if (stamp.Roster != _roster)
        {
            roster.Replace(RosterIndex.Read(db));
            _roster = stamp.Roster;
        }

        Volatile.Write(ref _readAt, started);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            do
            {
                try
                {
                    await ReadOnce(stoppingToken);
                }
                catch (Exception failure)
                    when (failure is DbException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
                {
                    log.LogWarning("The register could not be read; answers come from the store until it can: {Reason}", failure.Message);
                }
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        { /* the host stops */
        }
    }
}
