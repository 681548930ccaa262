using System.Text.Json;

namespace FilingApi.Tests.Contract;

/// <summary>The OpenAPI description as the service sends it.</summary>
internal sealed class Described(JsonElement root)
{
    public JsonElement Root => root;

    public IReadOnlyList<Operation> Operations { get; } =
    [
        .. root.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject()
                    .Select(operation => new Operation(operation.Name.ToUpperInvariant(), path.Name, operation.Value))
            ),
    ];

    public static async Task<Described> Of(Api anyone) => new((await anyone.Get("/openapi/v1.json").MustBe(200)).Body.Clone());

    public Operation this[string id] => Operations.Single(operation => operation.Id == id);

    /// <summary>The differences between an answer and its operation's description; empty: none.</summary>
    public IReadOnlyList<string> Faults(Operation operation, Reply reply)
    {
        if (!operation.Body.GetProperty("responses").TryGetProperty($"{reply.Status}", out var response))
        {
            return [$"{operation} answered {reply.Status}, which is not declared: {reply.Text}"];
        }

        if (!response.TryGetProperty("content", out var content))
        {
            return reply.Text.Length == 0 ? [] : [$"{operation} {reply.Status} has a body, none is declared"];
        }

        if (!content.TryGetProperty(reply.ContentType ?? "", out var media))
        {
            return [$"{operation} {reply.Status} is {reply.ContentType}, declared is {content}"];
        }

        if (!reply.ContentType!.EndsWith("json", StringComparison.Ordinal))
        {
            return [];
        }

        List<string> faults =
        [
            .. new Schemas(root).Faults(reply.Body, media.GetProperty("schema")).Select(fault => $"{operation} {reply.Status} {fault}"),
        ];
        if (reply.ContentType == "application/problem+json")
        {
            string[] codes = [reply.Code!, .. reply.Errors.Select(error => error.Split(' ')[1])];
            faults.AddRange(
                codes.Where(code => !operation.Codes.Contains(code)).Select(code => $"{operation} answered {code}, which is not declared")
            );
        }

        return faults;
    }
}

/// <summary>One method of one path.</summary>
internal sealed record Operation(string Method, string Path, JsonElement Body)
{
    public string Id => Body.GetProperty("operationId").GetString()!;

    public IReadOnlyList<string> Codes => [.. Body.GetProperty("x-codes").EnumerateArray().Select(code => code.GetString()!)];

    public IReadOnlyList<JsonElement> Parameters =>
        Body.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : [];

    public IReadOnlyList<string> Named(string place) =>
        [
            .. Parameters
                .Where(parameter => parameter.GetProperty("in").GetString() == place)
                .Select(parameter => parameter.GetProperty("name").GetString()!),
        ];

    public bool IsForAnyone => !Body.TryGetProperty("security", out _);

    public JsonElement? RequestSchema =>
        Body.TryGetProperty("requestBody", out var request)
        && request.GetProperty("content").TryGetProperty("application/json", out var json)
            ? json.GetProperty("schema")
            : null;

    public override string ToString() => $"{Method} {Path}";
}
