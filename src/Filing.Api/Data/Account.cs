using FilingApi.Domain;
using Microsoft.AspNetCore.Identity;

namespace FilingApi.Data;

/// <summary>
/// The account of a person or a device. Its role decides what it may do, its organisation what it sees (for a plant: the plant's code).
/// </summary>
public sealed class Account : IdentityUser, ISubject
{
    private readonly ActLog _acts = new();

    public int Version { get; private set; } = 1;

    SubjectRef ISubject.Ref => new(SubjectKind.Account, UserName!, Towns.Count > 0 ? Towns[0] : null);

    IReadOnlyList<TimelineEntry> ISubject.NewActs => _acts.Entries;

    public IReadOnlyList<TimelineEntry> TakeNewActs() => _acts.Take();

    public required Role Role { get; init; }
    public required string Organisation { get; init; }

    /// <summary>
    /// The towns it sees; with none it sees no town's rows. What it sees through its organisation does not depend on them.
    /// </summary>
    public required IReadOnlyList<string> Towns { get; init; }

    /// <summary>Codes of the departments within its towns whose leads it sees.</summary>
    public required IReadOnlyList<string> Departments { get; init; }

    /// <summary>Created by the demo; such an account may not exist elsewhere.</summary>
    public bool IsDemo { get; init; }

    /// <summary>How many passwords, including the present one, may not be reused.</summary>
    public const int RememberedPasswords = 5;

    /// <summary>Hashes of earlier passwords, the latest first.</summary>
    public IReadOnlyList<string> Passwords { get; private set; } = [];

    public DateTimeOffset? ClosedAt { get; private set; }

    public void Begin(Actor actor, DateTimeOffset now) => _acts.Add(((ISubject)this).Ref, Version, "made", actor, now, null);

    public void TakePassword(string hash, Actor actor, DateTimeOffset now)
    {
        Passwords = [.. Passwords.Prepend(PasswordHash!).Take(RememberedPasswords - 1)];
        PasswordHash = hash;
        EndTokens();
        _acts.Add(((ISubject)this).Ref, ++Version, "password-changed", actor, now, null);
    }

    public void Close(string? reason, Actor actor, DateTimeOffset now)
    {
        ClosedAt = now;
        EndTokens();
        _acts.Add(((ISubject)this).Ref, ++Version, "closed", actor, now, new TimelineDetail { Reason = reason });
    }

    private void EndTokens() => (SecurityStamp, ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
}
