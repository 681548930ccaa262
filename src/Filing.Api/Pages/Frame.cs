using FilingApi.Domain;

namespace FilingApi.Pages;

/// <summary>What stands in the bar: each role sees its own pages and no others.</summary>
public static class Frame
{
    public sealed record Item(string Address, string Word);

    public static IReadOnlyList<Item> Menu(Role? role) => role switch
    {
        Role.Squad => [new("/roadside", "menu.roadside")],
        _ => [],
    };

    /// <summary>Where a role begins its day.</summary>
    public static string Home(Role? role) => Menu(role) is [var first, ..] ? first.Address : "/";
}
