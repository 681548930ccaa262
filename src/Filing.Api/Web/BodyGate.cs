using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FilingApi.Domain;
using FluentValidation;
using Microsoft.AspNetCore.Http.Metadata;

namespace FilingApi.Web;

/// <summary>
/// Checks a body before the endpoint binds it: size, media type, JSON, unknown and missing members, wrong types, then the request's own
/// rules. Reports all faults at once, each with its JSON pointer; the endpoint only gets bodies of the right shape.
/// </summary>
public sealed class BodyGate(RequestDelegate next)
{
    public const int LargestBody = 256 * 1024;

    public async Task Invoke(HttpContext http)
    {
        var accepts = http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>();
        if (accepts?.RequestType is not { } type || http.GetEndpoint()!.Metadata.GetMetadata<ReadsItsOwnBody>() is not null)
        {
            // A read has no effect that a key could identify.
            if (!HttpMethods.IsGet(http.Request.Method))
            {
                http.Items[Caller.BodyHashItem] = Hash(http.Request, []);
            }

            await next(http);
            return;
        }

        var (body, refusal) = await Read(http.Request, accepts.IsOptional);
        IReadOnlyList<Refusal> refusals = refusal is null ? Faults(http, type, body, accepts.IsOptional) : [refusal];
        if (refusals.Count > 0)
        {
            await Problems.Of(refusals, Caller.LanguageOf(http.Request)).ExecuteAsync(http);
            return;
        }

        http.Items[Caller.BodyHashItem] = Hash(http.Request, body);
        http.Request.Body = new MemoryStream(body);
        http.Request.ContentLength = body.Length;
        await next(http);
    }

    public static string Hash(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The whole body; null if it is longer than allowed.</summary>
    public static async Task<byte[]?> ReadAll(HttpRequest request, int most, CancellationToken cancel)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        using var buffer = new MemoryStream((int)(request.ContentLength ?? 0));
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancel)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > most)
            {
                return null;
            }
        }

        return buffer.ToArray();
    }

    /// <summary>JSON without the byte order mark that some programs put before it (RFC 8259 §8.1).</summary>
    public static byte[] WithoutMark(byte[] body) => body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? body[3..] : body;

    /// <summary>Reads a JSON value as a request, or returns all its faults.</summary>
    public static (object? Request, IReadOnlyList<Refusal> Faults) Bind(JsonElement element, Type type, IServiceProvider services)
    {
        var shape = JsonShape.Faults(element, type);
        if (shape.Count > 0)
        {
            return (null, shape);
        }

        var request = element.Deserialize(type, WebJson.Options)!;
        var faults = services.GetService(typeof(IValidator<>).MakeGenericType(type)) is IValidator rules
            ? Shape.Refusals(rules.Validate(new ValidationContext<object>(request)))
            : [];
        return (faults.Count == 0 ? request : null, faults);
    }

    private static async Task<(byte[] Body, Refusal? Refusal)> Read(HttpRequest request, bool optional)
    {
        if (await ReadAll(request, LargestBody, request.HttpContext.RequestAborted) is not { } body)
        {
            return ([], Refusals.BodyTooLarge.With(LargestBody));
        }

        var isEmpty = body.Length == 0 && optional;
        return !isEmpty && !IsJson(request) ? ([], Refusals.WrongMediaType.With("application/json")) : (WithoutMark(body), null);
    }

    /// <summary>Requires UTF-8, as JSON does (RFC 8259 §8.1): the next reader would decode any charset that is named.</summary>
    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && (
            request.GetTypedHeaders().ContentType?.Charset is not { HasValue: true } charset
            || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)
        );

    private static JsonDocument Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("A member's name has half of a surrogate pair.", half);
        }
    }

    private static IReadOnlyList<Refusal> Faults(HttpContext http, Type type, byte[] body, bool optional)
    {
        if (body.Length == 0 && optional)
        {
            return [];
        }

        try
        {
            using var document = Parse(body);
            return Bind(document.RootElement, type, http.RequestServices).Faults;
        }
        catch (JsonException broken)
        {
            return
            [
                Refusals.BrokenJson.With(broken.LineNumber is { } line ? $"line {line + 1}, byte {broken.BytePositionInLine}" : "JSON"),
            ];
        }
    }
}

/// <summary>Marks an endpoint whose body is a stream of items, each validated on its own.</summary>
public sealed class ReadsItsOwnBody;
