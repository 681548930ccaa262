using System.Collections.Frozen;
using Contracts.Register;
using FilingApi.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FilingApi.Web;

/// <summary>Who may open what: one row per page. A page without a row, or a row without a page, stops the service before it answers anything.</summary>
public static class PageAccess
{
    public static FrozenDictionary<string, AccessRow> Table { get; } =
        new AccessRow[]
        {
            Anyone("/Index"),
            Anyone("/Error"),
            Anyone("/Guide"),
            Anyone("/Help"),
            Anyone("/SignIn"),
            Anyone("/SignInAgain"),
            Anyone("/SignOut"),
            new("/Filings/Index", Role.Enterprise),
            new("/Filings/New", Role.Enterprise),
            new("/Filings/Detail", Role.Enterprise),
            new("/Trucks", Role.Enterprise),
            new("/Gate", Role.Plant),
            new("/Station/Index", Role.Station, Role.Supervisor),
            new("/Station/Decisions", Role.Station, Role.Supervisor),
            new("/Roadside", Role.Squad),
        }.ToFrozenDictionary(row => row.Name, StringComparer.Ordinal);

    public static void Decide(this PageActionEndpointConventionBuilder pages) =>
        pages.Add(endpoint =>
        {
            var name = endpoint.Metadata.OfType<PageActionDescriptor>().Last().ViewEnginePath;
            if (!Table.TryGetValue(name, out var row))
            {
                throw new InvalidOperationException($"Nobody has decided who may open {name}: give it a row in {nameof(PageAccess)}.");
            }

            endpoint.Metadata.Add(row.IsForAnyone ? new AllowAnonymousAttribute() : PolicyOf(row));
        });

    /// <summary>Called once everything is mapped.</summary>
    public static void Check(IEnumerable<Endpoint> endpoints)
    {
        var there = endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath).ToHashSet();
        if (Table.Keys.FirstOrDefault(name => !there.Contains(name)) is { } unused)
        {
            throw new InvalidOperationException($"{nameof(PageAccess)} has a row for {unused}, which is not there.");
        }
    }

    private static AuthorizationPolicy PolicyOf(AccessRow row) =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireClaim(Caller.RoleClaim, row.Roles.Select(role => role.Wire()))
            .Build();

    private static AccessRow Anyone(string name) => new(name) { IsForAnyone = true };
}
