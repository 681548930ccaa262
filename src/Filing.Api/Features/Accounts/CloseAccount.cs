using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Accounts;

/// <summary>The administrator closes an account for good: its tokens end, and what it did stays.</summary>
public static class CloseAccount
{
    public sealed record Request
    {
        public string? Reason { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules() => RuleFor(request => request.Reason).Text(0, 200);
    }

    public sealed record ClosureView(string Account, DateTimeOffset ClosedAt);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/accounts/{name}/closure", Handle)
            .RequireAccess("CloseAccount", Role.Admin)
            .Refuses(Refusals.NotFound, Refusals.OwnAccount)
            .Produces<ClosureView>();

    public static async Task<Answer> Handle(
        string name,
        Request? request,
        WriteSession session,
        Caller caller,
        ILookupNormalizer normaliser,
        AccountStamps stamps,
        CancellationToken cancel
    )
    {
        if (!Shape.CanBeKept(name))
        {
            return Answer.Refused(caller, Refusals.NotFound.With());
        }

        var normal = normaliser.NormalizeName(name);
        var answer = await session.Write(
            async (db, now) =>
            {
                if (await db.Users.SingleOrDefaultAsync(known => known.NormalizedUserName == normal, cancel) is not { } account)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                // Nobody can shut the last administrator out: an administrator is closed by another one.
                if (account.UserName == caller.Account)
                {
                    return Answer.Refused(caller, Refusals.OwnAccount.With());
                }

                if (account.ClosedAt is null)
                {
                    account.Close(request?.Reason, caller.Actor, now);
                }

                return Answer.Ok(new ClosureView(account.UserName!, account.ClosedAt!.Value));
            },
            cancel
        );
        stamps.Forget(name);
        return answer;
    }
}
