using System.Globalization;
using System.Threading.RateLimiting;
using FilingApi.Domain;
using FilingApi.Settings;

namespace FilingApi.Web;

/// <summary>The limits as ASP.NET Core's rate limiter keeps them, with the usual headers and a problem for whoever is over.</summary>
public static class Limiting
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddLimits(this IServiceCollection services, Limits limits) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            {
                var (who, most) = Of(http, limits);
                return most == 0
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetFixedWindowLimiter(
                        who,
                        _ => new FixedWindowRateLimiterOptions
                        {
                            PermitLimit = most,
                            Window = Window,
                            QueueLimit = 0,
                        }
                    );
            });
            options.OnRejected = async (rejected, _) =>
            {
                var http = rejected.HttpContext;
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                    ? (int)Math.Ceiling(after.TotalSeconds)
                    : (int)Window.TotalSeconds;
                http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
                Tell(http, Of(http, limits).Most, 0, wait);
                await Problems.Of([Refusals.TooMany.With(wait)], Caller.LanguageOf(http.Request)).ExecuteAsync(http);
            };
        });

    /// <summary>Runs after the limiter: adds the remaining number of requests to every answer that has a limit.</summary>
    public static void UseLimits(this WebApplication app, Limits limits)
    {
        if (limits == Limits.None)
        {
            return;
        }

        app.UseRateLimiter();
        var limiter = app
            .Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>>()
            .Value.GlobalLimiter!;
        app.Use(
            (http, next) =>
            {
                if (
                    http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.RateLimiting.DisableRateLimitingAttribute>() is null
                    && Of(http, limits) is { Most: > 0 } of
                )
                {
                    Tell(http, of.Most, limiter.GetStatistics(http)?.CurrentAvailablePermits ?? 0, null);
                }

                return next(http);
            }
        );
    }

    private static void Tell(HttpContext http, int most, long left, int? resetS)
    {
        var headers = http.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"{most};w={(int)Window.TotalSeconds}");
        headers["RateLimit-Limit"] = most.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);
        if (resetS is { } reset)
        {
            headers["RateLimit-Reset"] = reset.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Sign-in and the public check are counted by address even for signed-in callers: they cost most, or reveal most.</summary>
    private static (string Who, int Most) Of(HttpContext http, Limits limits)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        return http.GetEndpoint()?.Metadata.GetMetadata<AccessRow>()?.Name switch
        {
            "IssueToken" => ($"tokens {address}", limits.Tokens),
            "AskPublicly" => ($"checks {address}", limits.PublicChecks),
            _ when http.User.Identity is { IsAuthenticated: true, Name: { } account } => ($"account {account}", limits.Account),
            _ => ($"address {address}", limits.Anyone),
        };
    }
}
