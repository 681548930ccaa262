using System.Net.Http.Headers;
using System.Reflection;
using FilingApi.Features.Exchange;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace FilingApi.Tests.Contract;

/// <summary>A client that a stranger makes from the description compiles and works, also with files.</summary>
public sealed class GeneratedClientTests(TestService service) : IClassFixture<TestService>
{
    [Theory]
    [InlineData("csv", SheetFile.Csv)]
    [InlineData("xlsx", SheetFile.Xlsx)]
    public async Task A_list_goes_out_and_in_again(string format, string media)
    {
        var assembly = await Client();
        var token = await service.Anyone.Post("tokens", new { account = "admin", password = SmallTown.Password }).MustBe(200);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token["token"]);
        dynamic client = Activator.CreateInstance(assembly.GetType("Generated.Client")!, http)!;
        client.BaseUrl = service.Root.ToString();

        using var kept = new MemoryStream();
        using (var file = await client.ExportSheetAsync("trucks", format, "en"))
        {
            await ((Stream)file.Stream).CopyToAsync(kept);
        }

        kept.Position = 0;
        dynamic sent = Activator.CreateInstance(assembly.GetType("Generated.FileParameter")!, kept, $"trucks.{format}", media)!;
        var answer = await client.ImportSheetAsync("trucks", true, null, "en", null, sent);

        Assert.Equal((0, Make.Trucks.Length), ((int)answer.Refused, (int)answer.Unchanged));
    }

    private async Task<Assembly> Client()
    {
        var document = await OpenApiDocument.FromJsonAsync((await service.Anyone.Get("/openapi/v1.json").MustBe(200)).Text);
        var settings = new CSharpClientGeneratorSettings { ClassName = "Client", CSharpGeneratorSettings = { Namespace = "Generated" } };
        var code = new CSharpClientGenerator(document, settings).GenerateFile();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file));
        using var stream = new MemoryStream();
        var built = CSharpCompilation
            .Create("Generated", [CSharpSyntaxTree.ParseText(code)], references, new(OutputKind.DynamicallyLinkedLibrary))
            .Emit(stream);
        Assert.Empty(built.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
        return Assembly.Load(stream.ToArray());
    }
}
