namespace FilingApi.Tests.ClientApp;

public sealed class TypeTests
{
    [Theory]
    [InlineData("tsconfig.json")]
    [InlineData("tsconfig.sw.json")]
    public async Task The_roadside_page_is_well_typed(string project) => await Tool.Run(Tool.TypeScript, "", "--project", project);
}
