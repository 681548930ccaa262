using FilingApi.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FilingApi.Pages;

/// <summary>Ends the session; the browser forgets the pages it has seen.</summary>
public sealed class SignOutModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(PageSession.Scheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return LocalRedirect("/signin");
    }
}
