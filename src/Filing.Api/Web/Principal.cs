using System.Security.Claims;
using Contracts.Register;
using FilingApi.Data;

namespace FilingApi.Web;

/// <summary>What a token or a session says of its account; <see cref="Caller"/> reads it.</summary>
public static class Principal
{
    public static ClaimsPrincipal Of(Account account, string scheme)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, Caller.RoleClaim);
        identity.AddClaim(new Claim(ClaimTypes.Name, account.UserName!));
        identity.AddClaim(new Claim(Caller.RoleClaim, account.Role.Wire()));
        identity.AddClaim(new Claim(Caller.OrganisationClaim, account.Organisation));
        identity.AddClaim(new Claim(Caller.StampClaim, account.SecurityStamp!));
        identity.AddClaims(account.Towns.Select(town => new Claim(Caller.TownClaim, town)));
        identity.AddClaims(account.Departments.Select(department => new Claim(Caller.DepartmentClaim, department)));
        return new ClaimsPrincipal(identity);
    }
}
