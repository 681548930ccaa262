namespace FilingApi.Tests.Contract;

/// <summary>Files are described as bytes, so that a client made from the description keeps them as they are.</summary>
public sealed class FilesTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task What_is_no_JSON_goes_in_and_out_as_bytes()
    {
        var described = await Described.Of(service.Anyone);

        var files = described
            .Operations.SelectMany(operation => Contents(operation).Select(content => (operation.Id, content.Name, content.Schema)))
            .Where(content =>
                !content.Name.EndsWith("json", StringComparison.Ordinal)
                && !content.Name.StartsWith("text/plain", StringComparison.Ordinal)
                && content.Name != "text/event-stream"
            )
            .ToList();

        Assert.Contains(files, file => file is { Id: "ExportSheet", Name: "text/csv" });
        Assert.Contains(files, file => file is { Id: "ImportSheet", Name: "text/csv" });
        Assert.Contains(files, file => file is { Id: "ShowReceiptCode" });
        Assert.All(files, file => Assert.Equal("""{"type":"string","format":"binary"}""", file.Schema));
    }

    private static IEnumerable<(string Name, string Schema)> Contents(Operation operation) =>
        operation
            .Body.GetProperty("responses")
            .EnumerateObject()
            .Select(response => response.Value)
            .Append(operation.Body.TryGetProperty("requestBody", out var body) ? body : default)
            .Where(part => part.ValueKind == System.Text.Json.JsonValueKind.Object && part.TryGetProperty("content", out _))
            .SelectMany(part => part.GetProperty("content").EnumerateObject())
            .Select(content =>
                (content.Name, string.Concat(content.Value.GetProperty("schema").GetRawText().Where(letter => !char.IsWhiteSpace(letter))))
            );
}
