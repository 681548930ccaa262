using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace FilingApi.Tests.Architecture;

/// <summary>Which folder may know which. A folder is a namespace; what is composed lies in the root.</summary>
public sealed class ArrowTests
{
    private static readonly ArchUnitNET.Domain.Architecture Api = new ArchLoader().LoadAssembly(typeof(Service).Assembly).Build();

    private static readonly ArchUnitNET.Domain.Architecture Worker = new ArchLoader()
        .LoadAssembly(typeof(DispatchWorker.DispatchServices).Assembly)
        .Build();

    [Fact]
    public void No_circle_goes_through_the_folders_of_the_api() => Assert.Empty(InCircles(Api, "FilingApi"));

    [Fact]
    public void No_circle_goes_through_the_folders_of_the_worker() => Assert.Empty(InCircles(Worker, "DispatchWorker"));

    [Theory]
    [InlineData("Features", "Pages")]
    [InlineData("Data", "Features")]
    [InlineData("Web", "Pages")]
    [InlineData("Web", "Features")]
    public void An_arrow_never_points_back(string from, string to) =>
        Types()
            .That()
            .ResideInNamespaceMatching($@"^FilingApi\.{from}(\.|$)")
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^FilingApi\.{to}(\.|$)"))
            .Check(Api);

    [Fact]
    public void The_root_of_the_api_is_known_by_nobody() =>
        Types()
            .That()
            .ResideInNamespaceMatching(@"^(FilingApi\.|AspNetCoreGeneratedDocument)")
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching("^FilingApi$"))
            .Check(Api);

    [Fact]
    public void The_root_of_the_worker_is_known_by_nobody() =>
        Types()
            .That()
            .ResideInNamespaceMatching(@"^DispatchWorker\.")
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching("^DispatchWorker$"))
            .Check(Worker);

    [Fact]
    public void The_domain_knows_the_base_library_and_the_register_alone()
    {
        string[] allowed = ["System", "FilingApi.Domain", "Contracts.Register"];

        var known =
            from type in Api.Types
            where IsWithin("FilingApi.Domain", type.Namespace?.FullName)
            from target in type.Dependencies.Select(dependency => dependency.Target)
            where target.Namespace is { FullName.Length: > 0 } && !allowed.Any(name => IsWithin(name, target.Namespace.FullName))
            select $"{type.FullName} knows {target.FullName}";

        Assert.Contains(Api.Types, type => type.FullName == typeof(FilingApi.Domain.Filing).FullName);
        Assert.Empty(known.Distinct());
    }

    /// <summary>
    /// The arrows between top folders that remain when every folder without outgoing arrows is taken away, again and again. ArchUnit's own
    /// slices are namespaces, not folders.
    /// </summary>
    private static List<string> InCircles(ArchUnitNET.Domain.Architecture architecture, string root)
    {
        var arrows = architecture
            .Types.SelectMany(type => type.Dependencies.Select(to => (From: FolderOf(type, root), To: FolderOf(to.Target, root))))
            .Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To)
            .Distinct()
            .ToList();
        for (var ends = Ends(); ends.Count > 0; ends = Ends())
        {
            arrows.RemoveAll(ends.Contains);
        }

        List<(string?, string?)> Ends() =>
            [.. arrows.Where(arrow => arrows.TrueForAll(other => other.From != arrow.To)).Select(arrow => (arrow.From, arrow.To))];
        return [.. arrows.Select(arrow => $"{arrow.From} -> {arrow.To}")];
    }

    private static string? FolderOf(ArchUnitNET.Domain.IType type, string root) =>
        type.Namespace?.FullName.Split('.') is [var first, var folder, ..] && first == root ? folder : null;

    private static bool IsWithin(string name, string? space) =>
        space == name || space?.StartsWith($"{name}.", StringComparison.Ordinal) is true;
}
