using System.Text.RegularExpressions;

namespace FilingApi.Tests.Architecture;

/// <summary>What the compiled code does not show: read from the source.</summary>
public sealed partial class SourceTests
{
    private static readonly string Source = Path.Combine(Repository.Folder, "src");

    [Fact]
    public void Sql_text_lies_in_delivery_data_and_evidence_alone()
    {
        var holding = Holding(Sql()).ToList();

        Assert.Contains("Filing.Api/Data/Numbers.cs", holding);
        Assert.DoesNotContain(holding, file => !HomesOfSql().IsMatch(file));
    }

    [Fact]
    public void The_api_knows_the_worker_in_one_file() =>
        Assert.Equal(
            ["Filing.Api/EmbeddedWorker.cs"],
            Holding(WorkersName()).Where(file => file.StartsWith("Filing.Api/", StringComparison.Ordinal))
        );

    [Fact]
    public void The_environment_is_read_by_the_configuration_alone() => Assert.Empty(Holding(Variable()));

    private static IEnumerable<string> Holding(Regex text) =>
        Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: file, Path: Path.GetRelativePath(Source, file).Replace('\\', '/')))
            .Where(each => !Built().IsMatch(each.Path) && text.IsMatch(File.ReadAllText(each.File)))
            .Select(each => each.Path);

    [GeneratedRegex("\"(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|ATTACH|BEGIN)\\b|FromSql|ExecuteSql|SqlQuery|CommandText")]
    private static partial Regex Sql();

    [GeneratedRegex("^(Contracts/Delivery|[^/]+/Data|Filing\\.Api/Evidence)/")]
    private static partial Regex HomesOfSql();

    [GeneratedRegex("\\bDispatchWorker\\b")]
    private static partial Regex WorkersName();

    [GeneratedRegex("Environment\\.GetEnvironmentVariable")]
    private static partial Regex Variable();

    [GeneratedRegex("^[^/]+/(bin|obj)/")]
    private static partial Regex Built();
}
