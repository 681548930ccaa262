using FilingApi.Domain;
using FilingApi.Features.Accounts;
using FilingApi.Features.Registry;
using FilingApi.Features.Trips;
using FilingApi.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FilingApi.Pages;

/// <summary>
/// Every page once: who may open it, and where it is in the menu. A page without a row, or a row without a page, stops the start.
/// </summary>
public static class Navigation
{
    /// <param name="Page">The page as Razor names it.</param>
    /// <param name="UseCase">Who may call this use case may open the page; null: anyone.</param>
    /// <param name="Address">Where the menu leads.</param>
    /// <param name="Word">Its word in the menu; null: not in the menu.</param>
    public sealed record Row(string Page, string? UseCase = null, string Address = "", string? Word = null);

    public sealed record Item(string Address, string Word);

    private static readonly Row[] Rows =
    [
        new("/Index"),
        new("/Error"),
        new("/Guide"),
        new("/Help"),
        new("/SignIn"),
        new("/SignInAgain"),
        new("/SignOut"),
        new("/Account", nameof(ChangePassword)),
        new("/Filings/Index", "FileFiling", "/filings", "filings.title"),
        new("/Filings/New", "FileFiling", "/filings/new", "filings.new"),
        new("/Filings/Detail", "ReadFiling"),
        new("/Gate", nameof(ReceiveTrip), "/gate", "gate.title"),
        new("/GateLog", nameof(ReceiveTrip), "/gate/log", "gatelog.title"),
        new("/Station/Index", "ListReviews", "/station", "station.title"),
        new("/Station/Decisions", "ListReviews", "/station/decisions", "decisions.title"),
        new("/Roadside", "ReadOfflineList", "/roadside", "menu.roadside"),
        new("/Leads/Runs", "ListRuns", "/runs", "runs.title"),
        new("/Leads/Leads", "ListRuns", "/leads", "leads.title"),
        new("/Leads/Lead", "ListRuns"),
        new("/Trucks", nameof(ReadTruck), "/trucks", "trucks.title"),
        new("/Truck", nameof(ReadTruck)),
    ];

    public static IReadOnlyList<Item> Menu(UseCases useCases, Role? role) =>
        [
            .. Rows.Where(row => row is { Word: not null, UseCase: { } name } && useCases.Allows(name, role))
                .Select(row => new Item(row.Address, row.Word!)),
        ];

    /// <summary>Where a role begins its day.</summary>
    public static string Home(UseCases useCases, Role? role) => Menu(useCases, role) is [var first, ..] ? first.Address : "/";

    /// <summary>Gives each page the policy of its use case.</summary>
    public static void RequireAccess(this PageActionEndpointConventionBuilder pages, UseCases useCases) =>
        pages.Add(endpoint =>
        {
            var name = endpoint.Metadata.OfType<PageActionDescriptor>().Last().ViewEnginePath;
            var row =
                Array.Find(Rows, row => row.Page == name)
                ?? throw new InvalidOperationException($"Nobody has decided who may open {name}: give it a row in {nameof(Navigation)}.");
            endpoint.Metadata.Add(row.UseCase is { } useCase ? useCases[useCase].ToPolicy() : new AllowAnonymousAttribute());
        });

    /// <summary>Called once everything is mapped.</summary>
    public static void Check(IEnumerable<Endpoint> endpoints)
    {
        var there = endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath).ToHashSet();
        if (Array.Find(Rows, row => !there.Contains(row.Page)) is { } unused)
        {
            throw new InvalidOperationException($"{nameof(Navigation)} has a row for {unused.Page}, which does not exist.");
        }
    }

    /// <summary>All pages, for tests.</summary>
    public static IEnumerable<string> Pages => Rows.Select(row => row.Page);
}
