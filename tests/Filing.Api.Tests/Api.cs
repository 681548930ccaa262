using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FilingApi.Web;

namespace FilingApi.Tests;

/// <summary>The API for one account. Paths are relative to <c>/api/v1/</c>, unless they begin with a slash.</summary>
public sealed class Api(HttpClient http, Func<Uri> address, string? token)
{
    public const string Json = "application/json";

    public Task<Reply> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, null, headers);

    public Task<Reply> Post(string path, object? body = null, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, Bytes(body ?? new { }), Json, headers);

    public Task<Reply> Put(string path, object body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Put, path, Bytes(body), Json, headers);

    public Task<Reply> PostText(string path, string body, string? contentType = Json) =>
        Send(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body), contentType);

    public async Task<Reply> Send(
        HttpMethod method,
        string path,
        byte[]? body,
        string? contentType,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(address(), path));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        request.Headers.AcceptLanguage.ParseAdd("en");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType) },
            };
        }

        using var response = await http.SendAsync(request);
        return new Reply(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers
        );
    }

    /// <summary>An uploaded file.</summary>
    public async Task<byte[]> Download(string path)
    {
        using var response = await Stream(path, CancellationToken.None);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The headers of an endless answer.</summary>
    public async Task<Reply> Open(string path)
    {
        using var response = await Stream(path, CancellationToken.None);
        var isStream = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
        return new Reply(
            (int)response.StatusCode,
            isStream ? "{}" : await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers
        );
    }

    public async Task<HttpResponseMessage> Stream(string path, CancellationToken cancel, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address(), path));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    private static byte[] Bytes(object body) => JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), WebJson.Options);
}
