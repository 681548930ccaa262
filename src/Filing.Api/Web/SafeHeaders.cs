using FilingApi.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace FilingApi.Web;

/// <summary>The security headers of every answer, and the proxies whose forwarded addresses are trusted.</summary>
public static class SafeHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSafeHeaders(this WebApplication app)
    {
        var production = app.Services.GetRequiredService<ServiceSettings>().Production;
        if (production is { Proxies.Count: > 0 })
        {
            // Only from the named proxies: otherwise a client could choose its own address, and with it whose lockout it hits.
            var options = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            };
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in production.Proxies)
            {
                options.KnownProxies.Add(proxy);
            }

            app.UseForwardedHeaders(options);
        }

        var strict = production is { PublicAddress.Scheme: "https" };
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers.ContentSecurityPolicy = Policy;
                if (strict && http.Request.IsHttps)
                {
                    headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
                }

                return next(http);
            }
        );
    }
}
