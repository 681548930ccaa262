using FilingApi.Domain;
using Microsoft.AspNetCore.Identity;

namespace FilingApi.Data;

/// <summary>A person's or a device's account; what it may is its role, what it sees is its organisation's (for a plant: the plant's code).</summary>
public sealed class Account : IdentityUser
{
    public required Role Role { get; init; }
    public required string Organisation { get; init; }

    /// <summary>Town of the organisation; null sees every town.</summary>
    public string? Town { get; init; }

    /// <summary>Made by the demo: such an account may not exist outside it.</summary>
    public bool IsDemo { get; init; }

    /// <summary>How many passwords, the present one among them, may not be taken again.</summary>
    public const int RememberedPasswords = 5;

    /// <summary>Hashes of those before the present one, the latest first.</summary>
    public IReadOnlyList<string> Passwords { get; private set; } = [];

    public DateTimeOffset? ClosedAt { get; private set; }

    public void TakePassword(string hash)
    {
        Passwords = [.. Passwords.Prepend(PasswordHash!).Take(RememberedPasswords - 1)];
        PasswordHash = hash;
        EndTokens();
    }

    public void Close(DateTimeOffset now)
    {
        ClosedAt = now;
        EndTokens();
    }

    private void EndTokens() => (SecurityStamp, ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
}
