using System.Text.RegularExpressions;

namespace FilingApi.Tests.ClientApp;

public sealed partial class TypeTests
{
    [Theory]
    [InlineData("tsconfig.json")]
    [InlineData("tsconfig.sw.json")]
    public async Task Every_script_is_well_typed(string project) => await Tool.Run(Tool.TypeScript, "", "--project", project);

    [Fact]
    public void Nothing_is_of_the_type_any() => Assert.DoesNotContain(Tool.Sources("*.ts"), file => Any().IsMatch(File.ReadAllText(file)));

    /// <summary><c>lib</c> has distributions of others, as they came.</summary>
    [Fact]
    public void No_script_is_written_by_hand_where_files_are_served()
    {
        var root = Path.Combine(Tool.Folder, "..", "wwwroot");

        var scripts = Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".js" or ".mjs")
            .Select(file => Path.GetRelativePath(root, file));

        Assert.All(scripts, file => Assert.StartsWith("lib/", file, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?:[:<|&,(]|\bas)\s*any\b")]
    private static partial Regex Any();
}
