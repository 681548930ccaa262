using Microsoft.AspNetCore.Mvc.Filters;

namespace FilingApi.Pages;

/// <summary>
/// What a page shows is its reader's. With a form of its own (also that of signing out) it is kept nowhere, so the back button shows
/// nothing after signing out: the form's token sees to it while the page is written.
/// Any other is looked at anew. A page's policy lets in the styles that stand in it.
/// </summary>
public sealed class PageHeaders : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var response = context.HttpContext.Response;
        response.OnStarting(() =>
        {
            if (response.Headers.CacheControl.Count == 0)
            {
                response.Headers.CacheControl = "private, no-cache";
            }

            return Task.CompletedTask;
        });

        // The roadside page has let its own style in already.
        var policy = response.Headers.ContentSecurityPolicy.ToString();
        if (!policy.Contains("style-src", StringComparison.Ordinal))
        {
            response.Headers.ContentSecurityPolicy =
                $"{policy}; style-src 'self' {context.HttpContext.RequestServices.GetRequiredService<ClientFiles>().PageStyleSources}";
        }
    }

    public void OnResultExecuted(ResultExecutedContext context) { }
}
