namespace FilingApi.Tests.ClientApp;

/// <summary>CSharpier formats neither scripts nor styles: their limits are checked here.</summary>
public sealed class FormTests
{
    private const int MostLines = 300;
    private const int MostColumns = 140;

    [Theory]
    [InlineData("*.ts")]
    [InlineData("*.css")]
    [InlineData("*.sh")]
    public async Task No_source_is_too_long_or_too_wide(string pattern)
    {
        var files = Tool.Sources(pattern).ToList();

        var lines = await Task.WhenAll(files.Select(file => File.ReadAllLinesAsync(file)));

        Assert.NotEmpty(files);
        Assert.Equal([], files.Where((_, n) => lines[n].Length > MostLines));
        Assert.Equal([], files.Where((_, n) => lines[n].Any(line => line.Length > MostColumns)));
    }
}
