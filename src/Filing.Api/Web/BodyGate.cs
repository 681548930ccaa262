using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FilingApi.Domain;
using FluentValidation;
using Microsoft.AspNetCore.Http.Metadata;

namespace FilingApi.Web;

/// <summary>
/// Looks at a body before the endpoint binds it: size, media type, JSON, unknown and missing members, wrong types, then the request's own rules.
/// All faults at once, each under its JSON pointer; the endpoint only sees bodies that have the right shape.
/// </summary>
public sealed class BodyGate(RequestDelegate next)
{
    public const int LargestBody = 256 * 1024;

    public async Task Invoke(HttpContext http)
    {
        var accepts = http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>();
        if (accepts?.RequestType is not { } type || http.GetEndpoint()!.Metadata.GetMetadata<ReadsItsOwnBody>() is not null)
        {
            // A question has no effect that its key could name.
            if (!HttpMethods.IsGet(http.Request.Method)) { http.Items[Caller.BodyHashItem] = Hash(http.Request, []); }

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
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<(byte[] Body, Refusal? Refusal)> Read(HttpRequest request, bool optional)
    {
        if (request.ContentLength > LargestBody) { return ([], Refusals.BodyTooLarge.With(LargestBody)); }

        using var buffer = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > LargestBody) { return ([], Refusals.BodyTooLarge.With(LargestBody)); }
        }

        var isEmpty = buffer.Length == 0 && optional;
        return !isEmpty && !request.HasJsonContentType() ? ([], Refusals.WrongMediaType.With("application/json")) : (buffer.ToArray(), null);
    }

    private static JsonDocument Parse(byte[] body)
    {
        try { return JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false }); }
        catch (InvalidOperationException half) { throw new JsonException("A member's name has half of a surrogate pair.", half); }
    }

    private static IReadOnlyList<Refusal> Faults(HttpContext http, Type type, byte[] body, bool optional)
    {
        if (body.Length == 0 && optional) { return []; }

        try
        {
            using var document = Parse(body);
            var shape = JsonShape.Faults(document.RootElement, type);
            if (shape.Count > 0) { return shape; }

            var request = document.RootElement.Deserialize(type, WebJson.Options)!;
            return http.RequestServices.GetService(typeof(IValidator<>).MakeGenericType(type)) is IValidator rules ? Shape.Refusals(rules.Validate(new ValidationContext<object>(request))) : [];
        }
        catch (JsonException broken)
        {
            return [Refusals.BrokenJson.With(broken.LineNumber is { } line ? $"line {line + 1}, byte {broken.BytePositionInLine}" : "JSON")];
        }
    }
}

/// <summary>Marks an endpoint whose body is a stream of items, each judged for itself.</summary>
public sealed class ReadsItsOwnBody;
