using Contracts.Register;
using FilingApi.Domain;
using Microsoft.AspNetCore.Authorization;

namespace FilingApi.Web;

/// <summary>Who may call a use case: these roles, or anyone without signing in. Declared at its endpoint only.</summary>
public sealed record AccessRow(string Name, params Role[] Roles)
{
    public bool IsForAnyone { get; init; }

    public bool Allows(Role? role) => IsForAnyone || (role is { } known && Roles.Contains(known));

    public AuthorizationPolicy ToPolicy() =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireClaim(Caller.RoleClaim, Roles.Select(role => role.Wire()))
            .Build();
}

public static class Access
{
    /// <summary>Names the use case and says who may call it.</summary>
    public static TBuilder RequireAccess<TBuilder>(this TBuilder endpoint, string name, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        if (roles.Length == 0)
        {
            throw new ArgumentException($"{name} names no role: nobody could call it.", nameof(roles));
        }

        var row = new AccessRow(name, roles);
        endpoint.Add(built => built.Metadata.Add(row));
        return endpoint.RequireAuthorization(row.ToPolicy());
    }

    /// <summary>Names a use case that needs no account.</summary>
    public static TBuilder AllowAnyone<TBuilder>(this TBuilder endpoint, string name)
        where TBuilder : IEndpointConventionBuilder
    {
        var row = new AccessRow(name) { IsForAnyone = true };
        endpoint.Add(built => built.Metadata.Add(row));
        return endpoint.AllowAnonymous();
    }
}
