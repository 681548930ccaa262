using System.Net.Http.Headers;
using System.Text.Json;

namespace FilingApi.Tests;

/// <summary>A whole answer of the service.</summary>
public sealed record Reply(int Status, string Text, string? ContentType, HttpResponseHeaders Headers)
{
    private JsonElement? _body;

    public JsonElement Body =>
        _body ??= ContentType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonElement.Parse(Text) : JsonElement.Parse("{}");

    /// <summary>The code of a refusal or a verdict.</summary>
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

    /// <summary>Status and code, for a comparison in one line.</summary>
    public string Said => $"{Status} {Code}";

    /// <summary>Each faulty member with its code, in order: <c>/to FIL-105</c>.</summary>
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

    /// <summary>For steps that only arrange: fails on any other status.</summary>
    public Reply Must(int status) =>
        Status == status ? this : throw new InvalidOperationException($"Expected {status}, got {Status}: {Text}");
}
