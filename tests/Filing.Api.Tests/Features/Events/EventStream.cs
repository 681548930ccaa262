using System.Text.Json;

namespace FilingApi.Tests.Features.Events;

/// <summary>One event as a browser reads it: its kind and subject in one line, and the id to resume from.</summary>
internal sealed record Told(string What, string Id);

/// <summary>A connection to <c>/events</c>, as a browser opens it.</summary>
internal sealed class EventStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private EventStream(HttpResponseMessage response, StreamReader lines) => (_response, _lines) = (response, lines);

    /// <summary>Returns when the stream is open: the service then sends its position.</summary>
    public static async Task<EventStream> Open(Api api, string? lastId = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        var response = await api.Stream("events", patience.Token, lastId is null ? [] : [("Last-Event-ID", lastId)]);
        var stream = new EventStream(response, new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token)));
        while (await stream._lines.ReadLineAsync(patience.Token) is { Length: > 0 })
        { /* the greeting */
        }

        return stream;
    }

    public async Task<IReadOnlyList<Told>> Next(int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        var told = new List<Told>();
        while (told.Count < count && await Read(patience.Token) is { } next)
        {
            told.Add(next);
        }

        return told;
    }

    /// <summary>The remaining events until the service ends the stream.</summary>
    public Task<IReadOnlyList<Told>> Rest() => Next(int.MaxValue);

    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }

    private async Task<Told?> Read(CancellationToken cancel)
    {
        var (kind, id, subject) = ("", "", "");
        while (await _lines.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                kind = line[7..];
            }
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                subject = JsonElement.Parse(line[6..]).Text("subject") ?? "";
            }
            else if (line.Length == 0 && kind.Length > 0)
            {
                return new Told($"{kind} {subject}", id);
            }
        }

        return null;
    }
}
