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

    [Fact]
    public void No_script_is_written_by_hand_where_files_are_served() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(Tool.Folder, "..", "wwwroot"), "*", SearchOption.AllDirectories),
            file => Path.GetExtension(file) is ".js" or ".mjs"
        );

    [GeneratedRegex(@"(?:[:<|&,(]|\bas)\s*any\b")]
    private static partial Regex Any();
}
