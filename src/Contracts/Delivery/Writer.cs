using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Contracts.Delivery;

/// <summary>What a service does around a group of writes. Only the writer calls it, one call at a time.</summary>
public interface IWriteHooks<in TDb>
    where TDb : DbContext
{
    /// <summary>How many requests this process runs on SQL Server at a time.</summary>
    int Lanes => 1;

    /// <summary>A transaction is open and nothing has been read in it: take in what other processes have committed since.</summary>
    Task Opened(TDb db) => Task.CompletedTask;

    /// <summary>One request of the group begins. The result is passed to <see cref="Failed"/> if the request fails.</summary>
    object? Begins() => null;

    /// <summary>The request failed and was rolled back alone; the group goes on.</summary>
    void Failed(object? mark) { }

    /// <summary>The group is durable. The contexts come in commit order and are reused: remove what they gathered for this call.</summary>
    void Committed(IReadOnlyList<TDb> saved);

    /// <summary>The group is over, committed or not: none of it is in flight any more.</summary>
    void Ended();
}

/// <summary>
/// The only writer of a store in this process. On SQLite it groups up to 128 waiting requests into one transaction, each under its own
/// savepoint, commits once and answers after the commit. A request that throws fails alone. On SQL Server each request has its own
/// transaction.
/// </summary>
public sealed partial class Writer<TDb>(
    IDbContextFactory<TDb> contexts,
    ILogger<Writer<TDb>> log,
    IWriteHooks<TDb>? hooks = null,
    DeadlineHorizon<TDb>? horizon = null
) : BackgroundService
    where TDb : DbContext, ISends
{
    private const int LargestGroup = 128;
    private const string Savepoint = "request";
    private readonly Stack<TDb> _idle = new();
    private readonly Channel<Job> _queue = Channel.CreateBounded<Job>(
        new BoundedChannelOptions(4096) { SingleReader = (hooks?.Lanes ?? 1) == 1 }
    );

    /// <summary>
    /// Runs <paramref name="work"/> in the next group and returns when it is durable. The work may run again if a commit fails, so it must
    /// keep no state.
    /// </summary>
    public async Task<T> Write<T>(Func<TDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        var job = new Job<T>(work);
        await _queue.Writer.WriteAsync(job, cancel);
        return await job.Answer;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Job>(LargestGroup);
        await using var first = await contexts.CreateDbContextAsync(CancellationToken.None);
        if (first.Database.IsSqlServer())
        {
            await Task.WhenAll(Enumerable.Range(0, hooks?.Lanes ?? 1).Select(_ => OneByOne()));
            return;
        }

        await first.Database.OpenConnectionAsync(CancellationToken.None);

        // A year's indexes do not fit into the default cache of 2 MB: 64 MB for this one connection, in KiB.
        await first.Database.ExecuteSqlAsync($"PRAGMA cache_size=-65536", CancellationToken.None);
        var connection = first.Database.GetDbConnection();
        KeptStatements.On(connection);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            group.Clear();
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var job))
            {
                group.Add(job);
            }

            await Commit(connection, group);
        }
    }

    /// <summary>Accepted requests are still written before the writer stops.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } running)
        {
            await running.WaitAsync(cancellationToken);
        }

        await base.StopAsync(cancellationToken);
    }

    private async Task Commit(DbConnection connection, List<Job> group)
    {
        var saved = new List<(Job Job, TDb Db)>(group.Count);
        var started = Stopwatch.GetTimestamp();
        var failure = await TryCommit(connection, group, saved);
        if (failure is null)
        {
            WriterMetrics.Committed(typeof(TDb).Name, saved.Count, Stopwatch.GetElapsedTime(started));
        }

        if (failure is null)
        {
            hooks?.Committed([.. saved.Select(pair => pair.Db)]);
        }

        hooks?.Ended();
        foreach (var (_, db) in saved)
        {
            if (failure is null)
            {
                await GiveBack(db);
            }
            // It still holds what it gathered for the failed commit: if reused, that would be published as committed.
            else
            {
                await db.DisposeAsync();
            }
        }

        if (failure is null)
        {
            foreach (var (job, _) in saved)
            {
                job.Succeed();
            }
        }
        else if (group.Count == 1)
        {
            group[0].Fail(failure);
        }
        else
        {
            log.LogWarning(failure, "A commit of {Count} requests to {Store} failed; each is tried alone.", group.Count, typeof(TDb).Name);
            foreach (var job in group.Where(job => !job.IsAnswered))
            {
                await Commit(connection, [job]);
            }
        }
    }

    private async Task<Exception?> TryCommit(DbConnection connection, List<Job> group, List<(Job, TDb)> saved)
    {
        try
        {
            // Immediate: the write lock is taken before the first read, so nothing read here becomes stale.
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable);
            foreach (var job in group)
            {
                if (await Save(connection, transaction, job, isFirst: ReferenceEquals(job, group[0]), isAlone: group.Count == 1) is { } db)
                {
                    saved.Add((job, db));
                }
            }

            // A single request has no savepoint: its failure rolls the transaction back.
            await (saved.Count == 0 ? transaction.RollbackAsync() : transaction.CommitAsync());
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            horizon?.Forget();
            return failure;
        }
    }

    private async Task<TDb?> Save(DbConnection connection, DbTransaction transaction, Job job, bool isFirst, bool isAlone)
    {
        var db = await Take(connection);
        if (!isAlone)
        {
            await transaction.SaveAsync(Savepoint);
        }

        var mark = hooks?.Begins();
        try
        {
            await db.Database.UseTransactionAsync(transaction);
            if (isFirst && hooks is not null)
            {
                await hooks.Opened(db);
            }

            await job.Run(db);
            await Keep(db);
            if (!isAlone)
            {
                await transaction.ReleaseAsync(Savepoint);
            }

            return db;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            horizon?.Forget();
            if (!isAlone)
            {
                await transaction.RollbackAsync(Savepoint);
            }

            hooks?.Failed(mark);
            job.Fail(failure);
            await db.DisposeAsync();
            return null;
        }
    }

    private static async Task Keep(TDb db)
    {
        await db.SaveChangesAsync();
        if (db.Outgoing.Count > 0)
        {
            await db.InsertAll(db.Outgoing, CancellationToken.None);
        }
    }

    /// <summary>Contexts are reused: creating one costs more than a small request.</summary>
    private async Task<TDb> Take(DbConnection connection)
    {
        if (_idle.TryPop(out var idle))
        {
            return idle;
        }

        var db = await contexts.CreateDbContextAsync();
        db.Database.SetDbConnection(connection, contextOwnsConnection: false);
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    private async Task GiveBack(TDb db)
    {
        await db.Database.UseTransactionAsync(null);
        db.ChangeTracker.Clear();
        db.Outgoing.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        _idle.Push(db);
    }

    private abstract class Job
    {
        public abstract bool IsAnswered { get; }
        public abstract Task Run(TDb db);
        public abstract void Succeed();
        public abstract void Fail(Exception failure);
    }

    private sealed class Job<T>(Func<TDb, CancellationToken, Task<T>> work) : Job
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Activity? _asker = Activity.Current;
        private T _result = default!;

        public Task<T> Answer => _answer.Task;
        public override bool IsAnswered => _answer.Task.IsCompleted;

        // An accepted request is completed even when its caller has gone: half an act would be worse.
        public override async Task Run(TDb db)
        {
            // The span belongs to the caller of this request, not to the one before it in the group; it is set for this method alone.
            Activity.Current = _asker;
            _result = await work(db, CancellationToken.None);
        }

        public override void Succeed() => _answer.TrySetResult(_result);

        public override void Fail(Exception failure) => _answer.TrySetException(failure);
    }
}
