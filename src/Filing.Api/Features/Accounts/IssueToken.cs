using System.Security.Claims;
using Contracts.Register;
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

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/tokens", Handle)
        .Offer("IssueToken").Refuses(Refusals.WrongPassword, Refusals.LockedOut).Produces<TokenView>();

    public static async Task<Answer> Handle(Request request, HttpContext http, UserManager<Account> accounts, SignInFailures failures, IOptionsMonitor<BearerTokenOptions> tokens)
    {
        var language = Caller.LanguageOf(http.Request);
        var source = SignInFailures.SourceOf(http);
        if (failures.IsLocked(request.Account, source)) { return Problems.Of([Refusals.LockedOut.With()], language); }

        var account = await accounts.FindByNameAsync(request.Account);
        if (account is not { ClosedAt: null })
        {
            // Takes as long as a wrong password, so that nobody learns which accounts exist.
            accounts.PasswordHasher.HashPassword(null!, request.Password);
            failures.Count(request.Account, source);
            return Problems.Of([Refusals.WrongPassword.With()], language);
        }

        if (await accounts.IsLockedOutAsync(account)) { return Problems.Of([Refusals.LockedOut.With()], language); }

        if (!await accounts.CheckPasswordAsync(account, request.Password))
        {
            failures.Count(request.Account, source);
            await accounts.AccessFailedAsync(account);
            return Problems.Of([Refusals.WrongPassword.With()], language);
        }

        failures.Clear(request.Account, source);
        if (account.AccessFailedCount > 0) { await accounts.ResetAccessFailedCountAsync(account); }

        // A token's life runs on real time, also in a replay.
        var expiresAt = TimeProvider.System.GetUtcNow() + (account.Role == Role.Device ? DevicesTerm : PersonsTerm);
        var ticket = new AuthenticationTicket(PrincipalOf(account), new AuthenticationProperties { ExpiresUtc = expiresAt }, $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken");
        var token = tokens.Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Protect(ticket);
        return Answer.Ok(new TokenView(token, expiresAt, account.Role, account.Organisation));
    }

    private static ClaimsPrincipal PrincipalOf(Account account)
    {
        var identity = new ClaimsIdentity(BearerTokenDefaults.AuthenticationScheme, ClaimTypes.Name, Caller.RoleClaim);
        identity.AddClaim(new Claim(ClaimTypes.Name, account.UserName!));
        identity.AddClaim(new Claim(Caller.RoleClaim, account.Role.Wire()));
        identity.AddClaim(new Claim(Caller.OrganisationClaim, account.Organisation));
        identity.AddClaim(new Claim(AccountStamps.StampClaim, account.SecurityStamp!));
        if (account.Town is { } town) { identity.AddClaim(new Claim(Caller.TownClaim, town)); }

        return new ClaimsPrincipal(identity);
    }
}
