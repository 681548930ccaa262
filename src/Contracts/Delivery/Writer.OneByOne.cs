using System.Data;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Contracts.Delivery;

/// <summary>
/// SQL Server groups commits itself, so each request has its own transaction; one that lost a race or its connection is run again.
/// </summary>
public sealed partial class Writer<TDb>
{
    private async Task OneByOne()
    {
        await using var any = await contexts.CreateDbContextAsync(CancellationToken.None);
        var retries = new ServerRetries(any, typeof(TDb).Name, log);
        await foreach (var job in _queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await retries.ExecuteAsync(() => TryAlone(job));
                job.Succeed();
            }
            catch (RetryLimitExceededException over)
            {
                job.Fail(over.InnerException ?? over);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                job.Fail(failure);
            }
        }
    }

    private async Task TryAlone(Job job)
    {
        var started = Stopwatch.GetTimestamp();
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
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            hooks?.Failed(mark);
            throw;
        }
        finally
        {
            hooks?.Ended();
        }

        WriterMetrics.Committed(typeof(TDb).Name, 1, Stopwatch.GetElapsedTime(started));
    }
}
