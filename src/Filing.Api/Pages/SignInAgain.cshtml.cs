using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FilingApi.Pages;

/// <summary>
/// A form arrived after its session had ended: what was typed is kept on the sign-in page. It only shows what was sent, so its old
/// token is not looked at.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class SignInAgainModel : PageModel
{
    private const string Token = "__RequestVerificationToken";

    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    public IReadOnlyList<KeyValuePair<string, string>> Carried { get; private set; } = [];

    public IActionResult OnGet() => LocalRedirect("/signin");

    public IActionResult OnPost()
    {
        if (!PageSession.IsSameOrigin(Request) || !Request.HasFormContentType)
        {
            return LocalRedirect("/signin");
        }

        Carried =
        [
            .. Request
                .Form.Where(field => field.Key != Token)
                .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))),
        ];
        return Page();
    }
}
