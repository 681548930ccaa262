using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Contracts.Delivery;

/// <summary>
/// Publishes outbox rows, oldest first and several at a time: receivers do not depend on order. A row is deleted when the publisher has
/// returned. A row that fails keeps its number of tries and last error, and is parked after <see cref="MostAttempts"/> tries, never
/// dropped. An unreachable broker parks nothing.
/// </summary>
public sealed class Dispatcher<TDb>(
    IDbContextFactory<TDb> contexts,
    Writer<TDb> writer,
    IMessagePublisher publisher,
    TimeProvider clock,
    ILogger<Dispatcher<TDb>> log,
    SharedStore? shared = null
) : EarlyStopping
    where TDb : DbContext, ISends
{
    public const int MostAttempts = 8;

    /// <summary>
    /// Sent rows are deleted by one write: behind a long writer queue, many small writes would wait longer than they take.
    /// </summary>
    private const int BatchSize = 256;
    private const int AtOnce = 32;
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestAway = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _signal = new(0, 1);
    private long? _lastLine;

    /// <summary>Wakes the loop, because there may be something to send.</summary>
    public void Wake()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        { /* already awake */
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendBatch(stoppingToken) == BatchSize)
                {
                    continue;
                }

                // Collects what arrives at the same moment into one batch.
                if (await _signal.WaitAsync(Idle, stoppingToken))
                {
                    await Task.Delay(Gather, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The outbox of {Store} could not be read; retrying.", typeof(TDb).Name);
                await Task.Delay(Idle, stoppingToken);
            }
        }
    }

    private async Task<int> SendBatch(CancellationToken cancel)
    {
        List<OutboxRow> rows;
        var now = TimeProvider.System.GetUtcNow();
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            rows = shared is not null
                ? await OutboxClaims.Claim(db, now, BatchSize, cancel)
                : await Waiting(db, now, now + OutboxRow.LongestPause).ToListAsync(cancel);
        }

        if (rows.Count == 0)
        {
            return 0;
        }

        var failures = new ConcurrentDictionary<Guid, Exception>();
        BrokerAwayException? away = null;
        await Parallel.ForEachAsync(
            rows,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (row, stop) =>
            {
                // Once the broker does not answer, the rest of the batch does not wait for it.
                if (Volatile.Read(ref away) is { } known)
                {
                    failures[row.Id] = known;
                    return;
                }

                try
                {
                    await Send(row, stop);
                }
                catch (Exception failure) when (!stop.IsCancellationRequested)
                {
                    failures[row.Id] = failure;
                    if (failure is BrokerAwayException { IsSilent: true } silent)
                    {
                        Volatile.Write(ref away, silent);
                    }
                }
            }
        );
        await Settle(rows, failures, cancel);
        if (!failures.IsEmpty)
        {
            Tell(failures);
        }

        return rows.Count;
    }

    private static IQueryable<OutboxRow> Waiting(TDb db, DateTimeOffset now, DateTimeOffset latest) =>
        db.Set<OutboxRow>()
            .AsNoTracking()
            .Where(row => row.ParkedAt == null && (row.NextAt == null || row.NextAt <= now || row.NextAt > latest))
            .OrderBy(row => row.Id)
            .Take(BatchSize);

    /// <summary>
    /// Logs at most once a minute and without a stack trace: a night without a receiver must not fill the disk. Each row keeps its own last
    /// error.
    /// </summary>
    private void Tell(ConcurrentDictionary<Guid, Exception> failures)
    {
        if (_lastLine is { } lastLine && Stopwatch.GetElapsedTime(lastLine) < BetweenLines)
        {
            return;
        }

        _lastLine = Stopwatch.GetTimestamp();
        var (id, reason) = failures.First();
        log.LogWarning(
            "{Count} messages of {Store} were not accepted and will be retried, such as {Id}: {Reason}",
            failures.Count,
            typeof(TDb).Name,
            id,
            reason.Message
        );
    }

    private async Task Send(OutboxRow row, CancellationToken cancel)
    {
        if (!Wire.MessageTypes.TryGetValue(row.Type, out var type))
        {
            throw new InvalidOperationException($"Unknown message type {row.Type}.");
        }

        var message = JsonSerializer.Deserialize(row.Body, type, Wire.Json) ?? throw new JsonException("The message is empty.");
        using var sending = Traces.Sending(row);
        await publisher.Publish(message, type, row.Id, row.Town, cancel);
    }

    private Task<bool> Settle(List<OutboxRow> rows, ConcurrentDictionary<Guid, Exception> failures, CancellationToken cancel) =>
        writer.Write(
            async (db, stop) =>
            {
                var sent = rows.Where(row => !failures.ContainsKey(row.Id)).Select(row => row.Id).ToArray();
                await db.Set<OutboxRow>().Where(row => sent.Contains(row.Id)).ExecuteDeleteAsync(stop);
                foreach (var (id, failure) in failures)
                {
                    if (await db.FindAsync<OutboxRow>([id], stop) is { } row)
                    {
                        Postpone(row, failure);
                    }
                }

                return true;
            },
            cancel
        );

    private void Postpone(OutboxRow row, Exception failure)
    {
        row.Attempts++;
        row.LastError = failure.ToString() is { Length: > OutboxRow.ErrorLength } text ? text[..OutboxRow.ErrorLength] : failure.ToString();
        var isAway = failure is BrokerAwayException;
        if (row.Attempts >= MostAttempts && !isAway)
        {
            row.ParkedAt = clock.GetUtcNow();
            log.LogError(failure, "Message {Id} ({Type}) is parked after {Attempts} tries.", row.Id, row.Type, row.Attempts);
        }
        else
        {
            // Back-off runs on real time, also in a replay.
            var pause = TimeSpan.FromMilliseconds(50 * Math.Pow(4, Math.Min(row.Attempts, MostAttempts) - 1));
            var longest = isAway ? LongestAway : OutboxRow.LongestPause;
            row.NextAt = TimeProvider.System.GetUtcNow() + (pause > longest ? longest : pause);
        }
    }
}
