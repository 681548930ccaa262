using System.Net.Http.Headers;
using System.Text;
using Contracts.Delivery;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Evidence;
using FilingApi.Replay;
using FilingApi.Settings;
using FilingApi.Tests.Contract;
using FilingApi.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FilingApi.Tests.Fuzz;

/// <summary>
/// Sends generated requests to the real service, one after the other, and checks every answer: no 5xx, each as described, every refusal
/// a problem with a known code, and no row changed by a refusal or a read. At the end the chains are verified and no message is stuck.
/// </summary>
internal sealed class FuzzRun : IAsyncDisposable
{
    /// <summary>The request and the fault of its answer.</summary>
    public List<string> Faults { get; } = [];
    public SortedDictionary<string, int> Statuses { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Codes { get; } = [];
    private const int EnoughFaults = 20;

    /// <summary>More than the stamps of one request, so that stamps never run ahead of the clock.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("fuzz-").FullName;
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        }
    );
    private readonly VirtualClock _clock = new(SmallTown.Start);
    private readonly Random _dice;
    private readonly Pool _pool;
    private SmallTown _town = null!;
    private WebApplication _app = null!;
    private Described _described = null!;

    public FuzzRun(int seed)
    {
        // The same seed gives the same requests, as long as the earlier answers are the same.
#pragma warning disable CA5394 // nothing here is a secret
        (_dice, _pool) = (new Random(seed), null!);
#pragma warning restore CA5394
        _pool = new Pool(_dice);
    }

    public async Task Go(int count, Action<int>? progress = null)
    {
        _town = await SmallTown.Made;
        _town.CopyTo(_folder);
        _app = await Service.Start(
            new ServiceSettings
            {
                DataFolder = _folder,
                Durable = false,
                Clock = _clock,
                Quiet = true,
                Limits = Limits.None,
            }
        );
        _described = await Described.Of(new Api(_http, () => new Uri(_app.Urls.First()), null));
        var requests = new Requests(_dice, _described, _pool, _clock, _app.Services.GetRequiredService<UseCases>());
        using var untouched = new Untouched(Path.Combine(_folder, "filing.db"));
        for (var i = 0; i < count && Faults.Count < EnoughFaults; i++)
        {
            // Due deadlines are applied before the next request, up to its stamp, so that they do not count as its changes.
            _clock.MoveTo(_clock.GetUtcNow() + (i % 200 == 0 ? TimeSpan.FromMinutes(_dice.Next(5, 90)) : Step));
            if (i % 200 == 0)
            {
                await Settle();
            }
            else
            {
                await _app.Services.GetRequiredService<DeadlineSweep<FilingDb>>().SweepOnce(CancellationToken.None);
            }

            await Try(requests.Next(), untouched);
            progress?.Invoke(i + 1);
        }

        await Settle();
        await LookAtTheEnd();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Try(Sent sent, Untouched untouched)
    {
        var before = untouched.Changes;
        var reply = await Send(sent);
        Statuses[$"{reply.Status}"] = Statuses.GetValueOrDefault($"{reply.Status}") + 1;
        var isWrite = sent.Operation.Method != "GET" && reply.Status < 300;
        if (isWrite)
        {
            await Settle();
        }
        else if (untouched.Changes is var after && after != before && !MayWrite(sent, reply))
        {
            Fault(sent, reply, $"rows were touched: {before} → {after}");
        }

        foreach (var fault in Wrong(sent, reply))
        {
            Fault(sent, reply, fault);
        }

        if (reply.Status < 300 && reply.ContentType == "application/json")
        {
            _pool.Learn(sent.Operation, reply.Body);
        }
    }

    /// <summary>
    /// A wrong plate at the gate raises a lead with its refusal (R11), a wrong password is counted, and a signing key is made at its
    /// first use.
    /// </summary>
    private static bool MayWrite(Sent sent, Reply reply) =>
        reply.Code == Refusals.PlateMismatch.Code || sent.Operation.Id is "IssueToken" or "ReadKeys" or "ReadOfflineList";

    private IEnumerable<string> Wrong(Sent sent, Reply reply)
    {
        if (reply.Status >= 500)
        {
            yield return "5xx";
        }

        if (reply.Status >= 400)
        {
            if (reply.ContentType != "application/problem+json" || RefusalCatalogue.All.All(kind => kind.Code != reply.Code))
            {
                yield return "no problem with a known code";
            }
            else
            {
                Codes.Add(reply.Code!);
            }
        }

        if (IsAddressed(sent) && reply.Status is not (404 or 405 or 415))
        {
            foreach (var fault in _described.Faults(sent.Operation, reply))
            {
                yield return fault;
            }
        }
    }

    /// <summary>A longer path, or one with an empty or dot segment, is another operation, or none.</summary>
    private bool IsAddressed(Sent sent)
    {
        var parts = new Uri(_app.Urls.First() + sent.Path).AbsolutePath.Split('/');
        return parts.Length == sent.Operation.Path.Split('/').Length && parts.Skip(1).All(part => part.Length > 0);
    }

    private void Fault(Sent sent, Reply reply, string fault) =>
        Faults.Add($"{fault}\n  {sent}\n  answered {reply.Status} {(reply.Text.Length > 500 ? reply.Text[..500] : reply.Text)}");

    private async Task<Reply> Send(Sent sent)
    {
        using var request = new HttpRequestMessage(new HttpMethod(sent.Operation.Method), new Uri(_app.Urls.First() + sent.Path));
        if (sent.Account is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Bearer",
                sent.Account.Length == 0 ? "nonsense" : _town.TokenOf(sent.Account)
            );
        }

        foreach (var (name, value) in sent.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (sent.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            if (sent.ContentType is { Length: > 0 } type)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }
        }

        using var patience = new CancellationTokenSource(Patience);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        var media = response.Content.Headers.ContentType?.MediaType;

        // An event stream never ends.
        var text = media == "text/event-stream" ? "" : await response.Content.ReadAsStringAsync(patience.Token);
        return new Reply((int)response.StatusCode, text, media, response.Headers);
    }

    private Task Settle() => _app.Services.GetRequiredService<Settling>().Settle(CancellationToken.None).WaitAsync(Patience);

    private async Task LookAtTheEnd()
    {
        await using (var db = await _app.Services.GetRequiredService<IDbContextFactory<FilingDb>>().CreateDbContextAsync())
        {
            Faults.AddRange(
                (await db.Set<OutboxRow>().AsNoTracking().ToListAsync()).Select(stuck =>
                    $"message {stuck.Type} is stuck: {stuck.LastError}"
                )
            );
            Faults.AddRange(
                (await db.Set<DeadlineRow>().AsNoTracking().Where(row => row.ParkedAt != null).ToListAsync()).Select(stuck =>
                    $"deadline {stuck.Kind} {stuck.Key} is stuck: {stuck.LastError}"
                )
            );
        }

        await _app.StopAsync();
        Faults.AddRange(StoreProof.Of(_folder).Where(proof => proof.Broken is not null).Select(proof => proof.Broken!.ToString()));
    }
}
