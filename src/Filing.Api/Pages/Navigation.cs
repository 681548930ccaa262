using FilingApi.Domain;

namespace FilingApi.Pages;

/// <summary>What stands in the bar: each role sees its own pages and no others.</summary>
public static class Navigation
{
    public sealed record Item(string Address, string Word);

    public static IReadOnlyList<Item> Menu(Role? role) =>
        role switch
        {
            Role.Enterprise => [new("/filings", "filings.title"), new("/filings/new", "filings.new"), new("/trucks", "trucks.title")],
            Role.Station or Role.Supervisor => [new("/station", "station.title"), new("/station/decisions", "decisions.title")],
            Role.Plant => [new("/gate", "gate.title")],
            Role.Squad => [new("/roadside", "menu.roadside")],
            _ => [],
        };

    /// <summary>Where a role begins its day.</summary>
    public static string Home(Role? role) => Menu(role) is [var first, ..] ? first.Address : "/";
}
