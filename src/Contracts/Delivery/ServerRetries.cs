using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Contracts.Delivery;

/// <summary>
/// Runs a whole write again when SQL Server failed it with an error that EF's own strategy treats as transient, or with a key that
/// another writer inserted first. A race is retried a few times at most, an unreachable server for longer. Used by one caller at a
/// time.
/// </summary>
/// <param name="db">Any context of the server; no query is run on it.</param>
/// <param name="store">The store's name, for the log.</param>
/// <param name="log">Gets a line for each failed try.</param>
public sealed class ServerRetries(DbContext db, string store, ILogger log)
    : SqlServerRetryingExecutionStrategy(db, int.MaxValue, Patience, [.. Races, .. Away])
{
    private const int MostTries = 5;

    /// <summary>How long a server may be away before its requests fail.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>A key that two writers both inserted; 51000 is our own (<see cref="AppLock"/>).</summary>
    private static readonly int[] Races = [2601, 2627, 51000];

    /// <summary>Connection errors that EF does not treat as transient: a time-out, no number, a server not found or refusing.</summary>
    private static readonly int[] Away = [-2, -1, 0, 2, 53, 10061];
    private long _first;

    protected override void OnFirstExecution()
    {
        base.OnFirstExecution();
        _first = Stopwatch.GetTimestamp();
    }

    /// <summary>EF wraps transient errors, so the cause may be nested.</summary>
    protected override bool ShouldRetryOn(Exception exception) =>
        Reasons(exception).Any(reason => reason is DbUpdateConcurrencyException || base.ShouldRetryOn(reason));

    protected override TimeSpan? GetNextDelay(Exception lastException)
    {
        var tries = ExceptionsEncountered.Count;
        var isWorthAnother = IsRace(lastException) ? tries < MostTries : Stopwatch.GetElapsedTime(_first) < Patience;
        return isWorthAnother ? Pause * tries : null;
    }

    protected override void OnRetry()
    {
        base.OnRetry();
        log.LogWarning("A write to {Store} is retried: {Reason}", store, ExceptionsEncountered[^1].Message);
    }

    private static bool IsRace(Exception failure) =>
        Reasons(failure)
            .Any(reason =>
                reason is DbUpdateConcurrencyException
                || (reason is SqlException sql && sql.Errors.Cast<SqlError>().Any(error => Races.Contains(error.Number)))
            );

    private static IEnumerable<Exception> Reasons(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
        }
    }
}
