using System.Collections.Concurrent;
using System.Security.Claims;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Web;

/// <summary>
/// A token ends when its account's password changes or the account is closed. The account's stamp is looked at no more than 60 s late,
/// at once where the change was made by this process. On real time, like a token's life.
/// </summary>
public sealed class AccountStamps(IDbContextFactory<FilingDb> contexts)
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, Seen> _seen = new(StringComparer.OrdinalIgnoreCase);

    public void Forget(string account) => _seen.TryRemove(account, out _);

    public async ValueTask<bool> IsGood(ClaimsPrincipal user, CancellationToken cancel)
    {
        if (user.Identity is not { IsAuthenticated: true, Name: { } account })
        {
            return true;
        }

        var now = TimeProvider.System.GetTimestamp();
        if (!_seen.TryGetValue(account, out var seen) || TimeProvider.System.GetElapsedTime(seen.At, now) > Late)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var stamp = await db
                .Users.Where(known => known.UserName == account && known.ClosedAt == null)
                .Select(known => known.SecurityStamp)
                .SingleOrDefaultAsync(cancel);
            _seen[account] = seen = new Seen(stamp, now);
        }

        return seen.Stamp is not null && seen.Stamp == user.FindFirstValue(Caller.StampClaim);
    }

    private sealed record Seen(string? Stamp, long At);
}
