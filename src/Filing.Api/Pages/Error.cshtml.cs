using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FilingApi.Pages;

/// <summary>Says in words what went wrong, and what to do.</summary>
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    /// <summary>Asked for itself, it is a page that is not there.</summary>
    public int Status => HttpContext.Items[PageRequests.StatusItem] as int? ?? StatusCodes.Status404NotFound;

    public string Kind =>
        Status switch
        {
            StatusCodes.Status400BadRequest => "stale",
            StatusCodes.Status403Forbidden => "forbidden",
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => "missing",
            StatusCodes.Status429TooManyRequests => "many",
            StatusCodes.Status503ServiceUnavailable => "full",
            _ => "fault",
        };

    public void OnGet() => Response.StatusCode = Status;
}
