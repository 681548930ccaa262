using System.Collections.Concurrent;
using System.Net;
using System.Text;
using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

/// <summary>Gives scripted answers and records the requests: `account METHOD path body`. A token is the account's own name.</summary>
internal sealed class ScriptedService
{
    private readonly Dictionary<string, (int Status, string Body)> _answers = new(StringComparer.Ordinal);

    private readonly ConcurrentQueue<string> _asked = new();

    public IReadOnlyList<string> Asked => [.. _asked];

    public Caller Caller => new(new HttpClient(new Handler(this)) { BaseAddress = new Uri("http://service/api/v1/") });

    /// <summary>Every other request is answered with 200 and an empty object.</summary>
    public ScriptedService On(string request, int status, string body)
    {
        _answers[request] = (status, body);
        return this;
    }

    public static async Task<Caller> WithTokens(Caller caller, params string[] accounts)
    {
        foreach (var account in accounts)
        {
            await caller.TakeToken(account, "secret", CancellationToken.None);
        }

        return caller;
    }

    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request, CancellationToken cancel)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancel);
        var what = $"{request.Method} {request.RequestUri!.PathAndQuery["/api/v1/".Length..]}";
        if (what == "POST tokens")
        {
            return Answer(200, $$"""{ "token": "{{MakeDay.Json(body).Text("account")}}" }""");
        }

        _asked.Enqueue($"{request.Headers.Authorization?.Parameter} {what} {body}".TrimEnd());
        return _answers.TryGetValue(what, out var answer)
            ? Answer(answer.Status, answer.Body)
            : Answer(request.Method == HttpMethod.Post ? 201 : 200, "{}");
    }

    private static HttpResponseMessage Answer(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class Handler(ScriptedService service) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            service.Answer(request, cancellationToken);
    }
}
