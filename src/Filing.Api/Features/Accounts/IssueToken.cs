using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FilingApi.Features.Accounts;

/// <summary>Account and password for a bearer token: ASP.NET Core's own, opaque, 8 hours; a device's a year.</summary>
public static class IssueToken
{
    private static readonly TimeSpan PersonsTerm = TimeSpan.FromHours(8);
    private static readonly TimeSpan DevicesTerm = TimeSpan.FromDays(365);

    public sealed record Request
    {
        public required string Account { get; init; }
        public required string Password { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Account).Text(1, 100);
            RuleFor(request => request.Password).Text(1, 200);
        }
    }

    public sealed record TokenView(string Token, DateTimeOffset ExpiresAt, Role Role, string Organisation);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/tokens", Handle).AllowAnyone("IssueToken").Refuses(Refusals.WrongPassword, Refusals.LockedOut).Produces<TokenView>();

    public static async Task<Answer> Handle(
        Request request,
        HttpContext http,
        UserManager<Account> accounts,
        SignInFailures failures,
        IOptionsMonitor<BearerTokenOptions> tokens
    )
    {
        var (account, refusal) = await TrySignIn.Handle(request.Account, request.Password, http, accounts, failures);
        if (account is null)
        {
            return Problems.Of([refusal!], Caller.LanguageOf(http.Request));
        }

        // A token's life runs on real time, also in a replay.
        var expiresAt = TimeProvider.System.GetUtcNow() + (account.Role == Role.Device ? DevicesTerm : PersonsTerm);
        var ticket = new AuthenticationTicket(
            Principal.Of(account, BearerTokenDefaults.AuthenticationScheme),
            new AuthenticationProperties { ExpiresUtc = expiresAt },
            $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken"
        );
        var token = tokens.Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Protect(ticket);
        return Answer.Ok(new TokenView(token, expiresAt, account.Role, account.Organisation));
    }
}
