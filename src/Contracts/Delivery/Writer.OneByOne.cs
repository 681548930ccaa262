using System.Data;
using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Contracts.Delivery;

/// <summary>A SQL Server groups commits itself, so each request has a transaction of its own; what lost a race, or the connection, is run again.</summary>
public sealed partial class Writer<TDb>
{
    private const int MostTries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a server may be away before its requests fail.</summary>
    private static readonly TimeSpan ServerPatience = TimeSpan.FromSeconds(15);

    /// <summary>Deadlock, lock time-out, snapshot conflict, and the keys that two racing writers both insert; 51000 is ours (<see cref="AppLock"/>).</summary>
    private static readonly int[] Races = [1205, 1222, 3960, 2601, 2627, 51000];

    private async Task OneByOne()
    {
        await foreach (var job in _queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            await RunAlone(job);
        }
    }

    private async Task RunAlone(Job job)
    {
        var first = Stopwatch.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            var started = Stopwatch.GetTimestamp();
            var failure = await TryAlone(job);
            if (failure is null)
            {
                WriterMetrics.Committed(typeof(TDb).Name, 1, Stopwatch.GetElapsedTime(started));
                job.Succeed();
                return;
            }

            var isWorthAnother = IsRace(failure) ? tries < MostTries : IsAway(failure) && Stopwatch.GetElapsedTime(first) < ServerPatience;
            if (!isWorthAnother)
            {
                job.Fail(failure);
                return;
            }

            log.LogWarning("A write to {Store} is tried again: {Reason}", typeof(TDb).Name, failure.Message);
            await Task.Delay(Pause * tries);
        }
    }

    private async Task<Exception?> TryAlone(Job job)
    {
        var mark = hooks?.Begins();
        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
            db.Database.AutoSavepointsEnabled = false;
            if (hooks is not null)
            {
                await hooks.Opened(db);
            }

            await job.Run(db);
            await Keep(db);
            await transaction.CommitAsync();
            hooks?.Committed([db]);
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            hooks?.Failed(mark);
            return failure;
        }
        finally
        {
            hooks?.Ended();
        }
    }

    private static bool IsRace(Exception failure) =>
        failure is DbUpdateConcurrencyException || (Numbers(failure) is { Length: > 0 } numbers && numbers.Any(Races.Contains));

    /// <summary>Errors of the connection carry no number of the engine, or one of the network's.</summary>
    private static bool IsAway(Exception failure) =>
        Numbers(failure).Any(number => number is <= 0 or 2 or 53 or 64 or 121 or 233 or 4060 or 10053 or 10054 or 10060 or 10061 or 11001);

    private static int[] Numbers(Exception failure) =>
        (failure as SqlException ?? failure.InnerException as SqlException) is { } sql
            ? [.. sql.Errors.Cast<SqlError>().Select(error => error.Number)]
            : [];
}
