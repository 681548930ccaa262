using Microsoft.AspNetCore.Mvc.Filters;

namespace FilingApi.Pages;

/// <summary>What a page shows is its reader's: kept by no shared cache, and looked at anew; going back finds the same form with what was typed, and its key. Its policy lets in the style that stands in it.</summary>
public sealed class PageHeaders : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        if (headers.CacheControl.Count == 0 || headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal)) { headers.CacheControl = "private, no-cache"; }

        // The roadside page has let its own style in already.
        if (!headers.ContentSecurityPolicy.ToString().Contains("style-src", StringComparison.Ordinal)) { headers.ContentSecurityPolicy = $"{headers.ContentSecurityPolicy}; style-src 'self' {context.HttpContext.RequestServices.GetRequiredService<ClientFiles>().PagesStyleSource}"; }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
