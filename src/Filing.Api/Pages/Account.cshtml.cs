using FilingApi.Data;
using FilingApi.Features.Accounts;
using FilingApi.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages;

/// <summary>A person's own account: its password, and the language and size of the pages.</summary>
public sealed class AccountModel(
    FilingDb db,
    WriteSession session,
    IPasswordHasher<Account> hasher,
    SignInFailures failures,
    AccountStamps stamps
) : DeskPage
{
    public const string CurrentField = "current";
    public const string FreshField = "password";
    public const string AgainField = "again";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(string? current, string? password, string? again, CancellationToken cancel)
    {
        var request = new ChangePassword.Request { Current = current ?? "", Password = password ?? "" };
        if (!HasShape(request))
        {
            return Page();
        }

        if (password != again)
        {
            Faults = [new Fault($"/{AgainField}", Words["account.differ"])];
            return Page();
        }

        Sends();
        var answer = await ChangePassword.Handle(request, HttpContext, session, Caller, db, hasher, failures, stamps, cancel);
        if (Took<ChangePassword.PasswordView>(answer) is not { } changed)
        {
            return Page();
        }

        // The change has ended every session of the account; this one goes on.
        await HttpContext.Begin(await db.Users.AsNoTracking().SingleAsync(account => account.UserName == changed.Account, cancel));
        Done(Words["account.changed"]);
        return LocalRedirect("/account");
    }

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Pointer == $"/{field}")?.Sentence;
}
