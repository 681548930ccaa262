using System.Security.Cryptography;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Accounts;

/// <summary>The person who installed the service becomes its first administrator, once, with the printed code.</summary>
public static class MakeFirstAdministrator
{
    public sealed record Request
    {
        public required string Code { get; init; }
        public required string Account { get; init; }
        public required string Password { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Code).Text(1, 100);
            RuleFor(request => request.Account).Text(2, 100);
            RuleFor(request => request.Password).Must(CreateAccount.Rules.IsStrong).Refuse(Refusals.WeakPassword);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/first-administrator", Handle)
            .AllowAnyone("MakeFirstAdministrator")
            .Refuses(Refusals.WrongCode, Refusals.CodeUsed, Refusals.WeakPassword, Refusals.AlreadyThere, Refusals.LockedOut)
            .Produces<CreateAccount.AccountView>(StatusCodes.Status201Created);

    public static async Task<Answer> Handle(
        Request request,
        HttpContext http,
        WriteSession session,
        Caller caller,
        RosterIndex roster,
        IPasswordHasher<Account> hasher,
        ILookupNormalizer normaliser,
        SignInFailures failures,
        CancellationToken cancel
    )
    {
        var source = SignInFailures.SourceOf(http);
        if (failures.IsLocked("first-administrator", source))
        {
            return Answer.Refused(caller, Refusals.LockedOut.With());
        }

        var account = CreateAccount.Make(
            new()
            {
                Account = request.Account,
                Password = request.Password,
                Role = Role.Admin,
                Organisation = CreateAccount.FirstAdministrator,
            },
            roster.Now,
            hasher,
            normaliser,
            false
        );
        var answer = await session.Write(
            async (db, now) =>
            {
                if (await db.FirstCodes.SingleOrDefaultAsync(cancel) is not { UsedAt: null } row)
                {
                    return Answer.Refused(caller, Refusals.CodeUsed.With());
                }

                if (!CryptographicOperations.FixedTimeEquals(row.Hash, FirstCode.Hash(request.Code)))
                {
                    return Answer.Refused(caller, Refusals.WrongCode.At("/code"));
                }

                row.UsedAt = now;
                db.Users.Add(account);
                account.Begin(new Actor(request.Account, CreateAccount.FirstAdministrator), now);
                return Answer.Created(CreateAccount.AccountView.Of(account));
            },
            cancel
        );
        if (answer.Status == Refusals.WrongCode.Status)
        {
            failures.Count("first-administrator", source);
        }

        return answer;
    }
}
