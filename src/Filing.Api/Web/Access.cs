using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Web;

/// <summary>Who may call what: every endpoint says so; one that does not is closed to all (the fallback policy).</summary>
public static class Access
{
    public static readonly Role[] Everyone = Enum.GetValues<Role>();
    public static readonly Role[] Staff = [Role.Station, Role.Centre, Role.Squad, Role.Plant, Role.Supervisor, Role.Admin];

    public static RouteHandlerBuilder Allow(this RouteHandlerBuilder endpoint, params Role[] roles) =>
        endpoint.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireClaim(Caller.RoleClaim, roles.Select(role => role.Wire())));
}
