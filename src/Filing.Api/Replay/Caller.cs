using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>A response of the service: a status below 300 means done, anything else is a refusal with a code.</summary>
public sealed record Answer(int Status, JsonElement Body)
{
    public bool Done => Status < 300;

    public string Code => Body.Text("code") ?? $"HTTP {Status}";

    public string Sentence => Body.Text("detail") ?? Body.Text("title") ?? $"HTTP {Status}";
}

/// <summary>Calls the service as the accounts of the day, with one token for each.</summary>
public sealed class Caller(HttpClient http)
{
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);

    public async Task TakeToken(string account, string password, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["account"] = account, ["password"] = password });
        var answer = await Send(null, HttpMethod.Post, "tokens", body, cancel);
        _tokens[account] =
            answer.Body.Text("token")
            ?? throw new ReplayStoppedException($"The service gives account {account} no token: {answer.Sentence}");
    }

    public Task<Answer> Get(string account, string path, CancellationToken cancel) => Send(account, HttpMethod.Get, path, null, cancel);

    public Task<Answer> Post(string account, string path, byte[] body, CancellationToken cancel) =>
        Send(account, HttpMethod.Post, path, body, cancel);

    /// <summary>A table instead of JSON.</summary>
    public Task<Answer> PostTable(string account, string path, byte[] body, CancellationToken cancel) =>
        Send(account, HttpMethod.Post, path, body, cancel, "text/csv");

    public Task<Answer> Put(string account, string path, byte[] body, CancellationToken cancel) =>
        Send(account, HttpMethod.Put, path, body, cancel);

    /// <summary>Every item of a list, following the cursor from page to page.</summary>
    public async IAsyncEnumerable<JsonElement> List(
        string account,
        string path,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var page = await Get(account, cursor is null ? path : $"{path}?cursor={Uri.EscapeDataString(cursor)}", cancel);
            if (!page.Done)
            {
                throw new ReplayStoppedException($"The service does not show GET {path} to {account}: {page.Sentence}");
            }

            foreach (var item in page.Body.Items("items"))
            {
                yield return item;
            }

            cursor = page.Body.Text("next");
            if (cursor is not null && !seen.Add(cursor))
            {
                throw new ReplayStoppedException($"GET {path} gives the cursor {cursor} a second time, so the list has no end.");
            }
        } while (cursor is not null);
    }

    private async Task<Answer> Send(
        string? account,
        HttpMethod method,
        string path,
        byte[]? body,
        CancellationToken cancel,
        string media = "application/json"
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (account is not null)
        {
            request.Headers.Authorization = new(
                "Bearer",
                _tokens.GetValueOrDefault(account) ?? throw new ReplayStoppedException($"Account {account} has no token.")
            );
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(media) } };
        }

        try
        {
            using var response = await http.SendAsync(request, cancel);
            var answer = new Answer((int)response.StatusCode, Parse(await response.Content.ReadAsByteArrayAsync(cancel)));
            return IsOfADay(answer.Status) || (account is null && answer.Status < 500)
                ? answer
                : throw new ReplayStoppedException($"{method} {path} was answered with HTTP {answer.Status} ({answer.Sentence}).");
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException
                || (failure is OperationCanceledException && !cancel.IsCancellationRequested)
            )
        {
            throw new ReplayStoppedException($"{method} {path} was not answered: {failure.Message}");
        }
    }

    // 401 and 429 mean that the replay itself is locked out. No recorded day expects them.
    private static bool IsOfADay(int status) => status is (>= 200 and < 300) or (>= 400 and < 500) and not (401 or 429);

    private static JsonElement Parse(byte[] content)
    {
        if (content.Length == 0)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
