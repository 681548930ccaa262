using System.Globalization;
using System.Text;
using System.Text.Json;
using FilingApi.Domain;

namespace FilingApi.Web;

/// <summary>The answer to an act: a status and a body, stored whole with an Idempotency-Key so that it can be repeated.</summary>
public sealed record Answer(int Status, object? Body, string? ETag = null) : IResult
{
    public const string Json = "application/json; charset=utf-8";
    public const string ProblemJson = "application/problem+json; charset=utf-8";

    /// <summary>Personal data in plain text: not stored with an Idempotency-Key.</summary>
    public bool IsPrivate { get; init; }

    private string? _text;
    private byte[]? _bytes;

    /// <summary>Headers of this answer alone; not stored with an Idempotency-Key.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public string ContentType { get; init; } = Json;

    public string Text => _text ??= Body is null ? "" : JsonSerializer.Serialize(Body, Body.GetType(), WebJson.Options);

    /// <summary>For an answer that is sent many times: serialises it now.</summary>
    public Answer Once() => this with { _bytes = Encoding.UTF8.GetBytes(Text) };

    /// <summary>The body for a page; null when the answer is a refusal.</summary>
    public T? Read<T>()
        where T : class => Body as T ?? (Status < 300 && Text.Length > 0 ? JsonSerializer.Deserialize<T>(Text, WebJson.Options) : null);

    public Problem? Problem =>
        Body as Problem ?? (Status >= 400 && Text.Length > 0 ? JsonSerializer.Deserialize<Problem>(Text, WebJson.Options) : null);

    public static Answer Ok(object body) => new(StatusCodes.Status200OK, body);

    public static Answer Ok(object body, int version) => new(StatusCodes.Status200OK, body, Tag(version));

    public static Answer Created(object body, int? version = null) =>
        new(StatusCodes.Status201Created, body, version is { } known ? Tag(known) : null);

    public static Answer Stored(int status, string contentType, string text, string? etag) =>
        new(status, null, etag) { ContentType = contentType, _text = text };

    public static Answer Refused(Caller caller, Refusal refusal) => Refused(caller, [refusal]);

    /// <summary>
    /// An RFC 9457 problem: the first refusal sets status, code and sentence; all refusals with a pointer are listed under <c>errors</c>.
    /// </summary>
    public static Answer Refused(Caller caller, IReadOnlyList<Refusal> refusals) => Problems.Of(refusals, caller.Language);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (ETag is not null)
        {
            httpContext.Response.Headers.ETag = ETag;
        }

        if (Headers is not null)
        {
            foreach (var (name, value) in Headers)
            {
                httpContext.Response.Headers[name] = value;
            }
        }

        var bytes =
            _bytes
            ?? (
                _text is not null ? Encoding.UTF8.GetBytes(_text)
                : Body is null ? []
                : JsonSerializer.SerializeToUtf8Bytes(Body, Body.GetType(), WebJson.Options)
            );
        if (bytes.Length == 0)
        {
            return;
        }

        httpContext.Response.ContentType = ContentType;
        httpContext.Response.ContentLength = bytes.Length;
        await httpContext.Response.BodyWriter.WriteAsync(bytes);
    }

    public static string Tag(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";
}
