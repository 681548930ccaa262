using System.Text.Unicode;
using FilingApi.Pages;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace FilingApi.Web;

/// <summary>What pages need besides the API: texts, compression, cacheable files, and error pages.</summary>
public static class PageComposition
{
    private const string ForAYear = "public, max-age=31536000, immutable";

    public static void AddPages(this IServiceCollection services)
    {
        services.AddLocalization().AddScoped<Words>().AddScoped<Format>().AddSingleton<ClientFiles>();
        services.AddRazorPages(pages =>
            pages.Conventions.ConfigureFilter(new PageHeaders()).AddPageRoute("/Filings/New", "/filings/{number}/edit")
        );
        services.Configure<WebEncoderOptions>(html => html.TextEncoderSettings = new(UnicodeRanges.All));

        // Also over https: the secret on a page (the form's token) is encoded differently every time.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<Brotli>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = System.IO.Compression.CompressionLevel.Optimal);
    }

    /// <summary>
    /// Pages, their files and the offline list are compressed; the API's other answers are small and requested by the thousand.
    /// </summary>
    public static void UsePageCompression(this WebApplication app) =>
        app.UseWhen(
            http => !http.Request.Path.StartsWithSegments("/api") || http.Request.Path == Features.Checks.ReadOfflineList.Path,
            pages => pages.UseResponseCompression()
        );

    /// <summary>A file requested with its version, or named by its hash, never changes.</summary>
    public static void UsePageFiles(this WebApplication app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = file =>
                    file.Context.Response.Headers.CacheControl =
                        file.Context.Request.Query.ContainsKey("v") || ClientFiles.IsHashed(file.File.Name) ? ForAYear : "no-cache",
            }
        );

    /// <summary>True if a person and not a program reads the answer.</summary>
    public static bool WantsPage(this HttpContext http) => !http.Request.Path.StartsWithSegments("/api") && http.IsForPerson();

    /// <summary>Browsers accept HTML; a receipt's address is within the API, but people open it too.</summary>
    public static bool IsForPerson(this HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    /// <summary>Shows the page <c>/Error</c> for the status that was set.</summary>
    public static async Task ShowError(this HttpContext http, RequestDelegate next)
    {
        var (path, query, method, endpoint, values) = (
            http.Request.Path,
            http.Request.QueryString,
            http.Request.Method,
            http.GetEndpoint(),
            http.Request.RouteValues
        );
        http.Items[ErrorModel.StatusItem] = http.Response.StatusCode;
        (http.Request.Path, http.Request.Method) = ("/error", HttpMethods.Get);
        http.SetEndpoint(null);
        http.Request.RouteValues = [];
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.QueryString, http.Request.Method, http.Request.RouteValues) = (path, query, method, values);
            http.SetEndpoint(endpoint);
        }
    }
}
