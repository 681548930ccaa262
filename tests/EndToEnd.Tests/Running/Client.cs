using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace EndToEnd.Tests.Running;

/// <summary>The service's answer.</summary>
internal sealed record Reply(int Status, JsonElement Body)
{
    public string Text(string name) => Body.GetProperty(name).GetString()!;

    public override string ToString() => $"HTTP {Status} {Body}";
}

/// <summary>An HTTP client for any account. Tokens survive a restart; the address does not.</summary>
internal sealed class Client(Uri address) : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private HttpClient _http = Http(address);

    /// <summary>No proxy: every address is local.</summary>
    public static HttpClient Http(Uri address) =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                UseCookies = false,
            }
        )
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(60),
        };

    /// <summary>The same accounts on another instance.</summary>
    public Client At(Uri other)
    {
        var client = new Client(other);
        foreach (var (account, token) in _tokens)
        {
            client._tokens[account] = token;
        }

        return client;
    }

    public void MoveTo(Uri address)
    {
        _http.Dispose();
        _http = Http(address);
    }

    public async Task TakeToken(string account) =>
        _tokens[account] = (
            await Must(201, 200, await Send(null, HttpMethod.Post, "tokens", new { account, password = Make.Password }, null))
        ).Text("token");

    public Task<Reply> Get(string account, string path) => Send(account, HttpMethod.Get, path, null, null);

    public Task<Reply> Post(string account, string path, object body, string? key = null) =>
        Send(account, HttpMethod.Post, path, body, key);

    /// <summary>Creates it, or fails the test with the service's answer.</summary>
    public async Task<Reply> Create(string account, string path, object body) => await Must(201, 202, await Post(account, path, body));

    /// <summary>Every item of a list, page by page.</summary>
    public async Task<List<JsonElement>> List(string account, string path)
    {
        var items = new List<JsonElement>();
        for (var next = ""; next is not null; )
        {
            var page = await Must(200, 200, await Get(account, next.Length == 0 ? path : $"{path}?cursor={next}"));
            items.AddRange(page.Body.GetProperty("items").EnumerateArray());
            next = page.Body.GetProperty("next").GetString();
        }

        return items;
    }

    /// <inheritdoc cref="Figures.Of"/>
    public Task<double> Metric(string name) => Figures.Of(_http, name);

    public void Dispose() => _http.Dispose();

    private async Task<Reply> Send(string? account, HttpMethod method, string path, object? body, string? key)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative));
        if (account is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens[account]);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
            await request.Content.LoadIntoBufferAsync();
        }

        using var response = await _http.SendAsync(request);
        var content = await response.Content.ReadAsByteArrayAsync();
        return new Reply((int)response.StatusCode, content.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(content));
    }

    private static Task<Reply> Must(int one, int other, Reply reply) =>
        reply.Status == one || reply.Status == other
            ? Task.FromResult(reply)
            : throw new InvalidOperationException($"The service refused: {reply}");
}
