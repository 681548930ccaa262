using System.Security.Claims;

namespace FilingApi.Web;

/// <summary>A token whose account has changed since is no token.</summary>
public sealed class EndTokens(RequestDelegate next)
{
    public async Task Invoke(HttpContext http, AccountStamps stamps)
    {
        if (!await stamps.IsGood(http.User, http.RequestAborted))
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        await next(http);
    }
}
