using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.AspNetCore.Identity;

namespace FilingApi.Features.Accounts;

/// <summary>Account and password, held against the store and the limits on wrong tries; the same for tokens and for pages.</summary>
public static class TrySignIn
{
    public static async Task<(Account? Account, Refusal? Refusal)> Handle(
        string name,
        string password,
        HttpContext http,
        UserManager<Account> accounts,
        SignInFailures failures
    )
    {
        var source = SignInFailures.SourceOf(http);
        if (failures.IsLocked(name, source))
        {
            return (null, Refusals.LockedOut.With());
        }

        var account = await accounts.FindByNameAsync(name);
        if (account is not { ClosedAt: null })
        {
            // Takes as long as a wrong password, so that nobody learns which accounts exist.
            accounts.PasswordHasher.HashPassword(null!, password);
            failures.Count(name, source);
            return (null, Refusals.WrongPassword.With());
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            return (null, Refusals.LockedOut.With());
        }

        if (!await accounts.CheckPasswordAsync(account, password))
        {
            failures.Count(name, source);
            await accounts.AccessFailedAsync(account);
            return (null, Refusals.WrongPassword.With());
        }

        failures.Clear(name, source);
        if (account.AccessFailedCount > 0)
        {
            await accounts.ResetAccessFailedCountAsync(account);
        }

        return (account, null);
    }
}
