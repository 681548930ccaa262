using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Settings;
using FilingApi.Web;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Accounts;

/// <summary>The administrator makes an account for a role of an organisation (for a plant: the plant's code).</summary>
public static class CreateAccount
{
    /// <summary>The name and the organisation of the account that is made first.</summary>
    public const string FirstAdministrator = "admin";

    private const int MostTowns = 100;

    public sealed record Request
    {
        public required string Account { get; init; }
        public required string Password { get; init; }
        public required Role Role { get; init; }
        public required string Organisation { get; init; }

        /// <summary>Towns it sees; left out: its organisation's.</summary>
        public IReadOnlyList<string>? Towns { get; init; }

        /// <summary>Departments whose leads it sees, by their codes in its towns; left out: the one its role is the desk of.</summary>
        public IReadOnlyList<string>? Departments { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Account).Text(2, 100);
            RuleFor(request => request.Password).Text(1, 200);
            RuleFor(request => request.Organisation).Text(1, 40);
            RuleFor(request => request.Towns).Must(IsShort).Refuse(Refusals.ItemCount, 0, MostTowns);
            RuleFor(request => request.Departments).Must(IsShort).Refuse(Refusals.ItemCount, 0, MostTowns);
        }

        private static bool IsShort(IReadOnlyList<string>? list) => list is null || list.Count <= MostTowns;

        public static bool IsStrong(string password) =>
            password.Length is >= 10 and <= 200
            && password.Any(char.IsUpper)
            && password.Any(char.IsLower)
            && password.Any(char.IsDigit)
            && password.Any(letter => !char.IsLetterOrDigit(letter));
    }

    public sealed record AccountView(
        string Account,
        Role Role,
        string Organisation,
        string? Town,
        IReadOnlyList<string> Towns,
        IReadOnlyList<string> Departments
    )
    {
        public static AccountView Of(Account account) =>
            new(
                account.UserName!,
                account.Role,
                account.Organisation,
                account.Towns.Count > 0 ? account.Towns[0] : null,
                account.Towns,
                account.Departments
            );
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/accounts", Handle)
            .RequireAccess("CreateAccount", Role.Admin)
            .Refuses(
                Refusals.WeakPassword,
                Refusals.UnknownReference,
                Refusals.UnknownTown,
                Refusals.UnknownDepartment,
                Refusals.AlreadyThere
            )
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
                    : Answer.Created(AccountView.Of(account)),
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

        if (await Unknown(db, account, cancel) is { } unknown)
        {
            return unknown;
        }

        if (await db.Users.AnyAsync(known => known.NormalizedUserName == account.NormalizedUserName, cancel))
        {
            return Refusals.AlreadyThere.At("/account", account.UserName);
        }

        db.Users.Add(account);
        account.Begin(caller.Actor, now);
        return null;
    }

    private static async Task<Refusal?> Unknown(FilingDb db, Account account, CancellationToken cancel)
    {
        foreach (var town in account.Towns)
        {
            if (!await db.Towns.AnyAsync(known => known.Code == town, cancel))
            {
                return Refusals.UnknownTown.At("/towns", town);
            }
        }

        var towns = account.Towns;
        foreach (var department in account.Departments)
        {
            if (!await db.Departments.AnyAsync(known => known.Code == department && towns.Contains(known.Town), cancel))
            {
                return Refusals.UnknownDepartment.At("/departments", string.Join(", ", towns), department);
            }
        }

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
        var towns = request.Towns?.Distinct().ToArray() ?? TownOf(roster, request.Organisation);
        var account = new Account
        {
            UserName = request.Account,
            NormalizedUserName = normaliser.NormalizeName(request.Account),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
            Role = request.Role,
            Organisation = request.Organisation,
            Towns = towns,
            Departments = request.Departments?.Distinct().ToArray() ?? (towns.Count > 0 ? Department.DesksOf(request.Role) : []),
            IsDemo = isDemo,
        };
        account.PasswordHash = hasher.HashPassword(account, request.Password);
        return account;
    }

    private static IReadOnlyList<string> TownOf(RosterIndex.Snapshot roster, string organisation) =>
        roster.Organisations.GetValueOrDefault(organisation) is { } known ? [known.Town] : [];
}
