using System.Collections.Frozen;
using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Web;

/// <summary>Who may call what: one row per endpoint, by its name. An endpoint without a row, or a row without an endpoint, stops the service before it answers anything.</summary>
public static class Access
{
    private static readonly Role[] Offices = [Role.Station, Role.Centre, Role.Squad, Role.Plant, Role.Supervisor, Role.Admin];
    private static readonly Role[] Roster = [.. Offices, Role.Enterprise, Role.Hauler];

    public static FrozenDictionary<string, AccessRow> Table { get; } =
        new AccessRow[]
        {
            Anyone("IssueToken"),
            Anyone("AskPublicly"),
            Anyone("ReadKeys"),
            Anyone("ShowReceipt"),
            Anyone("ShowReceiptCode"),
            Anyone("OpenReceipt"),
            Anyone("MakeFirstAdministrator"),
            Anyone("Alive"),
            Anyone("Ready"),
            Anyone("Metrics"),
            Anyone("Description"),
            Anyone("ReadingPage"),
            new("FileFiling", Role.Enterprise),
            new("EditFiling", Role.Enterprise),
            new("SubmitFiling", Role.Enterprise),
            new("WithdrawFiling", Role.Enterprise),
            new("RecordFiling", Role.Station),
            new("ReturnFiling", Role.Station),
            new("RefuseFiling", Role.Station),
            new("RevokeFiling", Role.Station),
            new("ReadFiling", Role.Enterprise, Role.Station, Role.Supervisor),
            new("ListFilings", Role.Enterprise, Role.Station, Role.Supervisor),
            new("ListReviews", Role.Station, Role.Supervisor),
            new("AskPlate", Role.Squad, Role.Station, Role.Centre, Role.Supervisor),
            new("ReadOfflineList", Role.Squad),
            new("FollowEvents", [.. Offices, Role.Enterprise]),
            new("ReportSightings", Role.Device, Role.Squad, Role.Plant),
            new("ListSightings", Role.Squad, Role.Supervisor),
            new("KeepRecord", Role.Squad),
            new("ReadRecord", Role.Squad, Role.Supervisor),
            new("ReviewSighting", Role.Squad, Role.Supervisor),
            new("ListRuns", Role.Squad, Role.Supervisor),
            new("CheckRun", Role.Squad, Role.Supervisor),
            new("ListLeads", Role.Squad, Role.Supervisor),
            new("ListTrips", Role.Plant, Role.Squad, Role.Station, Role.Supervisor),
            new("LoadTrip", Role.Enterprise, Role.Hauler),
            new("ReceiveTrip", Role.Plant),
            new("RejectTrip", Role.Plant),
            new("ReceiveArrival", Role.Plant),
            new("ReportJob", Role.Centre),
            new("ListJobs", Role.Centre, Role.Supervisor),
            new("MakeJobUrgent", Role.Centre),
            new("ReportFinding", Role.Centre),
            new("PublishOrder", Role.Centre),
            new("CancelOrder", Role.Centre),
            new("ApproveOrder", Role.Centre),
            new("ReturnOrder", Role.Centre),
            new("AcceptOrder", Role.Hauler),
            new("DeclineOrder", Role.Hauler),
            new("FinishOrder", Role.Hauler),
            new("ListOrders", Role.Centre, Role.Hauler, Role.Supervisor),
            new("ListTrucks", Roster),
            new("ListPlants", Roster),
            new("ListOrganisations", Roster),
            new("CreateAccount", Role.Admin),
            new("RegisterTown", Role.Admin),
            new("RegisterOrganisation", Role.Admin),
            new("RegisterPlant", Role.Admin),
            new("RegisterDepot", Role.Admin),
            new("RegisterTruck", Role.Admin),
            new("ImportCalendar", Role.Admin),
            new("ImportSheet", Role.Admin),
            new("ExportSheet", Role.Admin),
            new("ReadHeads", Role.Supervisor, Role.Admin),
            new("ListAdminActs", Role.Supervisor, Role.Admin),
            new("CloseAccount", Role.Admin),
            new("ChangePassword", Enum.GetValues<Role>()),
            new("ShowContact", Role.Enterprise, Role.Station, Role.Supervisor),
        }.ToFrozenDictionary(row => row.Name, StringComparer.Ordinal);

    /// <summary>Names the endpoint and gives it the policy of its row.</summary>
    public static TBuilder RequireAccess<TBuilder>(this TBuilder endpoint, string name)
        where TBuilder : IEndpointConventionBuilder
    {
        if (!Table.TryGetValue(name, out var row))
        {
            throw new InvalidOperationException($"Nobody has decided who may call {name}: give it a row in {nameof(Access)}.");
        }

        endpoint.Add(built => built.Metadata.Add(row));
        return row.IsForAnyone
            ? endpoint.AllowAnonymous()
            : endpoint.RequireAuthorization(policy =>
                policy.RequireAuthenticatedUser().RequireClaim(Caller.RoleClaim, row.Roles.Select(role => role.Wire()))
            );
    }

    /// <summary>Called once everything is mapped. Pages have their own table: <see cref="PageAccess"/>.</summary>
    public static void Check(IEnumerable<Endpoint> endpoints, IReadOnlyCollection<AccessRow>? table = null)
    {
        var offered = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var endpoint in endpoints.Where(endpoint =>
                endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor>() is null
            )
        )
        {
            var row =
                endpoint.Metadata.GetMetadata<AccessRow>()
                ?? throw new InvalidOperationException($"Nobody has decided who may call {endpoint.DisplayName}.");
            offered.Add(row.Name);
        }

        if ((table ?? Table.Values).FirstOrDefault(row => !offered.Contains(row.Name)) is { } unused)
        {
            throw new InvalidOperationException($"{nameof(Access)} has a row for {unused.Name}, which is not there.");
        }
    }

    private static AccessRow Anyone(string name) => new(name) { IsForAnyone = true };
}

/// <summary>One endpoint's row: the roles that may, or anyone without signing in.</summary>
public sealed record AccessRow(string Name, params Role[] Roles)
{
    public bool IsForAnyone { get; init; }
}
