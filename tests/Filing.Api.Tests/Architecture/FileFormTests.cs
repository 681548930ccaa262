namespace FilingApi.Tests.Architecture;

/// <summary>CSharpier breaks neither strings nor comments, and formats no page, script or style: this test checks what it cannot.</summary>
public sealed class FileFormTests
{
    private const int MostLines = 300;
    private const int MostColumns = 140;
    private static readonly string[] Folders = ["src", "tests", "deploy"];

    // "lib": distributions of others, as they came.
    private static readonly string[] Generated = ["bin", "obj", "node_modules", "Migrations", "TestResults", "lib"];

    [Theory]
    [InlineData("*.cs")]
    [InlineData("*.cshtml")]
    [InlineData("*.ts")]
    [InlineData("*.css")]
    [InlineData("*.sh")]
    public async Task No_source_is_too_long_or_too_wide(string pattern)
    {
        var files = Folders.SelectMany(folder => Written(new DirectoryInfo(Path.Combine(Repository.Folder, folder)), pattern)).ToList();

        var faults = await Task.WhenAll(files.Select(FaultsOf));

        Assert.NotEmpty(files);
        Assert.Equal([], faults.SelectMany(fault => fault));
    }

    /// <summary>Scripts are written in TypeScript.</summary>
    [Fact]
    public void No_script_is_written_in_JavaScript() =>
        Assert.Equal([], Written(new DirectoryInfo(Path.Combine(Repository.Folder, "src")), "*.js").Select(Name));

    private static IEnumerable<FileInfo> Written(DirectoryInfo folder, string pattern) =>
        folder
            .EnumerateDirectories()
            .Where(inner => !Generated.Contains(inner.Name))
            .SelectMany(inner => Written(inner, pattern))
            .Concat(folder.EnumerateFiles(pattern));

    private static async Task<IEnumerable<string>> FaultsOf(FileInfo file)
    {
        var lines = await File.ReadAllLinesAsync(file.FullName);
        var wide = lines
            .Index()
            .Where(line => line.Item.Length > MostColumns)
            .Select(line => $"{Name(file)}({line.Index + 1}): {line.Item.Length} columns");
        return lines.Length > MostLines ? wide.Append($"{Name(file)}: {lines.Length} lines") : wide;
    }

    private static string Name(FileInfo file) => Path.GetRelativePath(Repository.Folder, file.FullName);
}
