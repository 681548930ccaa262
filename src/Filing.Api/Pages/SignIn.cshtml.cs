using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Accounts;
using FilingApi.Settings;
using FilingApi.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FilingApi.Pages;

/// <summary>Signs a person in. What was typed before a session ended is carried along and can be sent again.</summary>
public sealed class SignInModel(
    UserManager<Account> accounts,
    SignInFailures failures,
    Words words,
    ServiceSettings settings,
    UseCases useCases
) : PageModel
{
    /// <summary>Fields that are carried stand under this prefix, so that they cannot be taken for the page's own.</summary>
    public const string CarriedPrefix = "was.";

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    public bool IsDemo => settings.Demo;
    public string? Fault { get; private set; }
    public IReadOnlyList<KeyValuePair<string, string>> Carried { get; private set; } = [];

    /// <summary>True once signed in: what was typed waits to be sent.</summary>
    public bool IsBack { get; private set; }
    public string BackTo => Url.IsLocalUrl(Next) ? Next! : "/";

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? LocalRedirect(Url.IsLocalUrl(Next) ? Next! : "/") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        Carried =
        [
            .. Request
                .Form.Where(field => field.Key.StartsWith(CarriedPrefix, StringComparison.Ordinal))
                .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key[CarriedPrefix.Length..], value ?? ""))),
        ];
        if (string.IsNullOrWhiteSpace(Account) || string.IsNullOrEmpty(Password) || Account.Length > 100 || Password.Length > 200)
        {
            Fault = words["signin.both"];
            return Page();
        }

        var (account, refusal) = await TrySignIn.Handle(Account.Trim(), Password, HttpContext, accounts, failures);
        if (account is null || account.Role == Role.Device)
        {
            Fault = (refusal ?? Refusals.WrongPassword.With()).Sentence(words.Language);
            return Page();
        }

        await HttpContext.Begin(account);
        if (Carried.Count == 0)
        {
            return LocalRedirect(Url.IsLocalUrl(Next) && Next != "/" ? Next : Navigation.Home(useCases, account.Role));
        }

        // The form's token is made for who is signed in now.
        HttpContext.User = Principal.Of(account, PageSession.Scheme);
        IsBack = true;
        return Page();
    }
}
