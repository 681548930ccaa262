using System.Collections.Concurrent;

namespace FilingApi.Features.Accounts;

/// <summary>
/// Five wrong passwords for an account from one address lock that account out from there for 30 minutes, whether it exists or not:
/// nobody learns which accounts exist, and nobody can lock a clerk out from elsewhere. Kept in memory; the account's own, wider limit is in
/// the store.
/// </summary>
public sealed class SignInFailures(TimeProvider clock)
{
    public const int Most = 5;

    /// <summary>From all addresses together.</summary>
    public const int MostOfAccount = 50;
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(30);

    /// <summary>Made-up names must not fill the memory.</summary>
    private const int MostKept = 100_000;
    private readonly ConcurrentDictionary<(string Account, string Source), Failures> _failures = new();

    public static string SourceOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    public bool IsLocked(string account, string source) =>
        _failures.TryGetValue(Key(account, source), out var known) && known.Count >= Most && clock.GetUtcNow() - known.Last < Lock;

    public void Count(string account, string source)
    {
        var now = clock.GetUtcNow();
        if (_failures.Count >= MostKept)
        {
            Drop(now);
        }

        _failures.AddOrUpdate(
            Key(account, source),
            new Failures(1, now),
            (_, known) => now - known.Last < Lock ? new Failures(known.Count + 1, now) : new Failures(1, now)
        );
    }

    public void Clear(string account, string source) => _failures.TryRemove(Key(account, source), out _);

    private void Drop(DateTimeOffset now)
    {
        foreach (var (key, known) in _failures.Where(pair => now - pair.Value.Last >= Lock).ToList())
        {
            _failures.TryRemove(new(key, known));
        }

        if (_failures.Count >= MostKept)
        {
            _failures.Clear();
        }
    }

    private static (string, string) Key(string account, string source) => (account.ToUpperInvariant(), source);

    private sealed record Failures(int Count, DateTimeOffset Last);
}
