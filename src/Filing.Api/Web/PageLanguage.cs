using System.Globalization;
using FilingApi.Domain;

namespace FilingApi.Web;

/// <summary>
/// The language and font size of a page: set by <c>?lang=</c> and <c>?size=</c>, remembered in a cookie. Chinese and normal size by
/// default.
/// </summary>
public static class PageLanguage
{
    public const string Item = "language";
    private const string LanguageCookie = "lang";
    private const string SizeCookie = "size";
    private const string LargeSize = "large";
    private static readonly CultureInfo Zh = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo En = CultureInfo.GetCultureInfo("en");

    public static bool IsPage(this HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api")
        && !http.Request.Path.StartsWithSegments("/openapi")
        && http.GetEndpoint()?.Metadata.GetMetadata<AccessRow>() is null;

    public static bool IsLarge(HttpRequest request) =>
        (request.Query[SizeCookie].FirstOrDefault() ?? request.Cookies[SizeCookie]) == LargeSize;

    public static void UsePageLanguage(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                if (http.IsPage())
                {
                    Choose(http);
                }

                return next(http);
            }
        );

    /// <summary>Also for receipts, which are pages to the reader and endpoints of the API.</summary>
    public static Language Choose(HttpContext http)
    {
        var language = (Chosen(http, LanguageCookie, "zh", "en") ?? "zh") == "en" ? Language.En : Language.Zh;
        Chosen(http, SizeCookie, "normal", LargeSize);
        http.Items[Item] = language;
        CultureInfo.CurrentUICulture = language == Language.En ? En : Zh;

        // Input and output have one format, whatever the machine's culture is.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return language;
    }

    private static string? Chosen(HttpContext http, string name, params string[] options)
    {
        var asked = http.Request.Query[name].ToString();
        if (!options.Contains(asked))
        {
            return http.Request.Cookies[name] is { } known && options.Contains(known) ? known : null;
        }

        http.Response.Cookies.Append(
            name,
            asked,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
            }
        );
        return asked;
    }
}
