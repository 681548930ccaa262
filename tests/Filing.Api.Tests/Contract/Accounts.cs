using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Tests.Contract;

/// <summary>An account of every role, and for most roles a second one of another organisation.</summary>
internal static class Accounts
{
    /// <summary>Two of each role where there are two.</summary>
    public static IReadOnlyList<(string Account, Role Role)> All { get; } =
    [
        .. Make
            .Accounts.Append(("admin", "admin", ""))
            .GroupBy(account => account.Item2)
            .SelectMany(group => group.Take(2))
            .Select(account => (account.Item1, WireName<Role>.Parse(account.Item2))),
    ];

    public static string Of(Role role) => All.First(account => account.Role == role).Account;
}
