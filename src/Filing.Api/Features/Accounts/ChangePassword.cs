using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Accounts;

/// <summary>A person changes the own password; not to one of the last five. All tokens of the account end with it.</summary>
public static class ChangePassword
{
    public sealed record Request
    {
        public required string Current { get; init; }
        public required string Password { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Current).Text(1, 200);
            RuleFor(request => request.Password).Must(CreateAccount.Rules.IsStrong).Refuse(Refusals.WeakPassword);
        }
    }

    public sealed record PasswordView(string Account, DateTimeOffset ChangedAt);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/password", Handle)
            .RequireAccess("ChangePassword", Roles.All)
            .Refuses(Refusals.WeakPassword, Refusals.WrongPassword, Refusals.UsedPassword, Refusals.LockedOut)
            .Produces<PasswordView>();

    public static async Task<Answer> Handle(
        Request request,
        HttpContext http,
        WriteSession session,
        Caller caller,
        FilingDb look,
        IPasswordHasher<Account> hasher,
        SignInFailures failures,
        AccountStamps stamps,
        CancellationToken cancel
    )
    {
        var source = SignInFailures.SourceOf(http);
        if (failures.IsLocked(caller.Account, source))
        {
            return Answer.Refused(caller, Refusals.LockedOut.With());
        }

        // Hashing is slow on purpose: before the act, not inside it. The stamp says whether anything changed in between.
        var seen = await look.Users.AsNoTracking().SingleAsync(account => account.UserName == caller.Account, cancel);
        if (hasher.VerifyHashedPassword(seen, seen.PasswordHash!, request.Current) == PasswordVerificationResult.Failed)
        {
            failures.Count(caller.Account, source);
            return Answer.Refused(caller, Refusals.WrongPassword.At("/current"));
        }

        if (
            seen
                .Passwords.Append(seen.PasswordHash!)
                .Any(hash => hasher.VerifyHashedPassword(seen, hash, request.Password) != PasswordVerificationResult.Failed)
        )
        {
            return Answer.Refused(caller, Refusals.UsedPassword.At("/password", Account.RememberedPasswords));
        }

        var fresh = hasher.HashPassword(seen, request.Password);
        var answer = await session.Write(
            async (db, now) =>
            {
                var account = await db.Users.SingleAsync(known => known.UserName == caller.Account, cancel);
                if (account.SecurityStamp != seen.SecurityStamp)
                {
                    return Answer.Refused(caller, Refusals.NotSignedIn.With());
                }

                account.TakePassword(fresh, caller.Actor, now);
                return Answer.Ok(new PasswordView(caller.Account, now));
            },
            cancel
        );
        stamps.Forget(caller.Account);
        return answer;
    }
}
