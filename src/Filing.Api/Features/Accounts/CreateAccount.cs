using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Accounts;

/// <summary>The administrator makes an account for a role of an organisation (for a plant: the plant's code).</summary>
public static class CreateAccount
{
    public sealed record Request
    {
        public required string Account { get; init; }
        public required string Password { get; init; }
        public required Role Role { get; init; }
        public required string Organisation { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Account).Text(2, 100);
            RuleFor(request => request.Password).Text(1, 200);
            RuleFor(request => request.Organisation).Text(1, 40);
        }

        public static bool IsStrong(string password) =>
            password.Length is >= 10 and <= 200
            && password.Any(char.IsUpper)
            && password.Any(char.IsLower)
            && password.Any(char.IsDigit)
            && password.Any(letter => !char.IsLetterOrDigit(letter));
    }

    public sealed record AccountView(string Account, Role Role, string Organisation, string? Town);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/accounts", Handle)
            .RequireAccess("CreateAccount", Role.Admin)
            .Refuses(Refusals.WeakPassword, Refusals.UnknownReference, Refusals.AlreadyThere)
            .Produces<AccountView>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(
        Request request,
        WriteSession session,
        Caller caller,
        RosterIndex roster,
        IPasswordHasher<Account> hasher,
        ILookupNormalizer normaliser,
        ServiceSettings settings,
        CancellationToken cancel
    )
    {
        // The demo's password is its owner's to choose: it serves loopback alone.
        if (!settings.Demo && !Rules.IsStrong(request.Password))
        {
            return Task.FromResult(Answer.Refused(caller, Refusals.WeakPassword.At("/password")));
        }

        // Hashing is slow on purpose: before the act, not inside it.
        var account = Make(request, roster.Now, hasher, normaliser, settings.Demo);
        return session.Write(
            async (db, now) =>
                await db.AddAccount(caller, account, now, cancel) is { } refusal
                    ? Answer.Refused(caller, refusal)
                    : Answer.Created(new AccountView(request.Account, account.Role, account.Organisation, account.Town)),
            cancel
        );
    }

    /// <summary>An account of an organisation, or of a plant, that is there.</summary>
    public static async Task<Refusal?> AddAccount(
        this FilingDb db,
        Caller caller,
        Account account,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var isKnown =
            account.Role == Role.Plant
                ? await db.Plants.AnyAsync(plant => plant.Code == account.Organisation, cancel)
                : await db.Organisations.AnyAsync(organisation => organisation.Code == account.Organisation, cancel);
        if (!isKnown)
        {
            return Refusals.UnknownReference.At("/organisation", account.Organisation);
        }

        if (await db.Users.AnyAsync(known => known.NormalizedUserName == account.NormalizedUserName, cancel))
        {
            return Refusals.AlreadyThere.At("/account", account.UserName);
        }

        db.Users.Add(account);
        account.Begin(caller.Actor, now);
        return null;
    }

    public static Account Make(
        Request request,
        RosterIndex.Snapshot roster,
        IPasswordHasher<Account> hasher,
        ILookupNormalizer normaliser,
        bool isDemo
    )
    {
        var account = new Account
        {
            UserName = request.Account,
            NormalizedUserName = normaliser.NormalizeName(request.Account),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
            Role = request.Role,
            Organisation = request.Organisation,
            Town = roster.Organisations.GetValueOrDefault(request.Organisation)?.Town,
            IsDemo = isDemo,
        };
        account.PasswordHash = hasher.HashPassword(account, request.Password);
        return account;
    }
}
