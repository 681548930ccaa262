namespace FilingApi.Web;

/// <summary>Which requests are answered with a page, and how a fault becomes one.</summary>
public static class PageRequests
{
    /// <summary>Where the page of faults finds the status that it shows.</summary>
    public const string StatusItem = "status";

    /// <summary>Somebody looks at the answer, not a program.</summary>
    public static bool WantsPage(this HttpContext http) => !http.Request.Path.StartsWithSegments("/api") && http.IsForPerson();

    /// <summary>A browser says so; a receipt has an address within the API that people open too.</summary>
    public static bool IsForPerson(this HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    /// <summary>The status that was set, told by the page <c>/Error</c>.</summary>
    public static async Task ShowError(this HttpContext http, RequestDelegate next)
    {
        var (path, query, method, endpoint, values) = (
            http.Request.Path,
            http.Request.QueryString,
            http.Request.Method,
            http.GetEndpoint(),
            http.Request.RouteValues
        );
        http.Items[StatusItem] = http.Response.StatusCode;
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
