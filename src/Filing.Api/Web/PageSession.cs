using System.Globalization;
using FilingApi.Domain;
using FilingApi.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FilingApi.Web;

/// <summary>
/// Page sessions: a cookie over the same accounts as the tokens. A session ends after half an hour without a request, and after eight
/// hours in any case; its account's stamp is checked as a token's is (<see cref="AccountStamps"/>).
/// </summary>
public static class PageSession
{
    public const string Scheme = "pages";
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);
    private const string Either = "token-or-cookie";
    private const string BeganAt = "began";

    /// <param name="services">The collection to register in.</param>
    /// <param name="settings">With https the cookie is sent over https only.</param>
    public static AuthenticationBuilder AddSessions(this IServiceCollection services, ServiceSettings settings)
    {
        var secure = settings.Production is { PublicAddress.Scheme: "https" }
            ? CookieSecurePolicy.Always
            : CookieSecurePolicy.SameAsRequest;
        services.AddAntiforgery(forgery =>
            (forgery.Cookie.Name, forgery.Cookie.SecurePolicy, forgery.Cookie.SameSite) = ("form", secure, SameSiteMode.Lax)
        );
        return services
            .AddAuthentication(Either)
            .AddPolicyScheme(
                Either,
                null,
                either =>
                    either.ForwardDefaultSelector = http =>
                        http.Request.Headers.Authorization.Count > 0 ? BearerTokenDefaults.AuthenticationScheme : Scheme
            )
            .AddCookie(
                Scheme,
                cookie =>
                {
                    (cookie.Cookie.Name, cookie.Cookie.HttpOnly, cookie.Cookie.SameSite, cookie.Cookie.SecurePolicy) = (
                        "session",
                        true,
                        SameSiteMode.Lax,
                        secure
                    );
                    (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (Idle, true);

                    // A session's life is in real time, also in a replay.
                    cookie.TimeProvider = TimeProvider.System;
                    cookie.Events.OnValidatePrincipal = EndAfterLongest;

                    // An open event stream is no activity of a person.
                    cookie.Events.OnCheckSlidingExpiration = check =>
                    {
                        check.ShouldRenew &= !check.HttpContext.Request.Path.StartsWithSegments("/api/v1/events");
                        return Task.CompletedTask;
                    };
                }
            );
    }

    public static Task Begin(this HttpContext http, Data.Account account) =>
        http.SignInAsync(
            Scheme,
            Principal.Of(account, Scheme),
            new AuthenticationProperties
            {
                Items = { [BeganAt] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) },
            }
        );

    /// <summary>
    /// A browser sends a cookie by itself, so a write with a cookie must come from one of our own pages. A token is sent on purpose and
    /// needs no such proof.
    /// </summary>
    public static void UseSameOrigin(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                var request = http.Request;
                var isSafe =
                    HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
                return isSafe || http.IsPage() || http.User.Identity?.AuthenticationType != Scheme || IsSameOrigin(request)
                    ? next(http)
                    : Problems.Of([Refusals.ForeignPage.With()], Caller.LanguageOf(request)).ExecuteAsync(http);
            }
        );

    public static bool IsSameOrigin(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site == "same-origin"
            : request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}";

    /// <summary>Leads to the sign-in page; a form that was sent goes along with all that was typed.</summary>
    public static void LeadToSignIn(this HttpContext http)
    {
        var request = http.Request;
        var isSent = HttpMethods.IsPost(request.Method) && IsSameOrigin(request);
        var next = isSent || HttpMethods.IsGet(request.Method) ? $"{request.Path}{request.QueryString}" : "/";
        http.Response.StatusCode = isSent ? StatusCodes.Status307TemporaryRedirect : StatusCodes.Status302Found;
        http.Response.Headers.Location = $"{(isSent ? "/signin/again" : "/signin")}{QueryString.Create("next", next)}";
    }

    private static async Task EndAfterLongest(CookieValidatePrincipalContext session)
    {
        if (
            session.Properties.Items.TryGetValue(BeganAt, out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var began)
            && TimeProvider.System.GetUtcNow() - began < Longest
        )
        {
            return;
        }

        session.RejectPrincipal();
        await session.HttpContext.SignOutAsync(Scheme);
    }
}
