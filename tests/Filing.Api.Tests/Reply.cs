using System.Net.Http.Headers;
using System.Text.Json;

namespace FilingApi.Tests;

/// <summary>What the service answered, whole.</summary>
public sealed record Reply(int Status, string Text, string? ContentType, HttpResponseHeaders Headers)
{
    private JsonElement? _body;

    public JsonElement Body =>
        _body ??= ContentType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonElement.Parse(Text) : JsonElement.Parse("{}");

    /// <summary>A refusal's code; a verdict's too.</summary>
    public string? Code => this["code"];

    public string? ETag => Headers.ETag?.Tag;

    public int Version => Body.GetProperty("version").GetInt32();

    /// <summary>A member as text; null where it is null or missing.</summary>
    public string? this[string name] =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var member)
            ? member.ToString() is { Length: > 0 } text
                ? text
                : null
            : null;

    /// <summary>Status and code together, to be compared in one line.</summary>
    public string Said => $"{Status} {Code}";

    /// <summary>Each faulty member and what is said of it, in order: <c>/to FIL-105</c>.</summary>
    public IReadOnlyList<string> Errors =>
        Body.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Object
            ?
            [
                .. errors
                    .EnumerateObject()
                    .SelectMany(error =>
                        error.Value.EnumerateArray().Select(item => $"{error.Name} {item.GetProperty("code").GetString()}")
                    )
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    public IReadOnlyList<JsonElement> Items(string name = "items") => [.. Body.GetProperty(name).EnumerateArray()];

    public DateTimeOffset? Instant(string name) =>
        this[name] is { } text ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>For what a test only arranges: anything else than expected ends it here.</summary>
    public Reply Must(int status) =>
        Status == status ? this : throw new InvalidOperationException($"Expected {status}, got {Status}: {Text}");
}
