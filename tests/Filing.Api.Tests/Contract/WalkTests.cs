using System.Text;
using System.Text.RegularExpressions;

namespace FilingApi.Tests.Contract;

/// <summary>
/// Calls every operation of the API once, in an order that its users could take, and compares each answer with the OpenAPI description.
/// </summary>
public sealed partial class WalkTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();
    private readonly HashSet<string> _good = [];
    private Described _described = null!;

    [Fact]
    public async Task Every_operation_answers_as_the_description_says()
    {
        _described = await Described.Of(_service.Anyone);
        await Registry();
        await Filings();
        await Trips();
        await Jobs();
        await Orders();
        await Fleet();
        await Sightings();
        await Lists();
        await Evidence();

        var unseen = _described.Operations.Select(operation => operation.Id).Except(_good).Order(StringComparer.Ordinal);
        Assert.Empty(unseen);
    }

    /// <summary>Sends each write also with a stale version, and again with the same idempotency key.</summary>
    private async Task<Reply> Good(string id, Api api, string? key = null, object? body = null)
    {
        var headers = _described[id].Named("header");
        if (headers.Contains("If-Match"))
        {
            Assert.Equal("412 FIL-021", (await Call(id, api, key, body, ("If-Match", "\"9999\""))).Said);
        }

        (string, string)[] idempotent = headers.Contains("Idempotency-Key") ? [("Idempotency-Key", Guid.NewGuid().ToString())] : [];
        var reply = await Call(id, api, key, body, idempotent);
        Assert.True(reply.Status is >= 200 and < 300, $"{id}: {reply.Status} {reply.Text}");
        _good.Add(id);
        if (idempotent.Length > 0 && id is not ("ChangePassword" or "CloseAccount" or "ShowContact"))
        {
            await IsTheSame(id, api, key, body, idempotent, reply);
        }

        return reply;
    }

    private async Task IsTheSame(string id, Api api, string? key, object? body, (string, string)[] idempotent, Reply first)
    {
        var rows = await _service.Rows();
        var again = await Call(id, api, key, body, idempotent);
        Assert.True(
            (first.Status, first.Text, first.ETag) == (again.Status, again.Text, again.ETag),
            $"{id} again: {again.Status} {again.Text}"
        );
        Assert.Equal(rows, await _service.Rows());
    }

    private async Task Bad(string id, Api api, string? key = null, object? body = null) =>
        Assert.InRange((await Call(id, api, key, body)).Status, 400, 499);

    private async Task<Reply> Call(string id, Api api, string? key, object? body, params (string, string)[] headers)
    {
        var operation = _described[id];
        var (keys, n) = (key?.Split('|') ?? [], 0);
        var path = key is null ? operation.Path : Place().Replace(operation.Path, _ => keys[Math.Min(n++, keys.Length - 1)]);
        var reply = operation.Method switch
        {
            "GET" => await api.Get(path),
            "PUT" => await api.Put(path, body!, headers),
            _ when body is Table table => await api.Send(HttpMethod.Post, path, Encoding.UTF8.GetBytes(table.Csv), "text/csv", headers),
            _ => await api.Post(path, body, headers),
        };
        Assert.Empty(_described.Faults(operation, reply));
        return reply;
    }

    private sealed record Table(string Csv);

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Place();
}
