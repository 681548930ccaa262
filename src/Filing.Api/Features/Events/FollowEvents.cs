using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.AspNetCore.Authentication;

namespace FilingApi.Features.Events;

/// <summary>
/// Server-sent events of what the caller may see; goes on after <c>Last-Event-ID</c>.
/// <c>reset</c> says that something was missed: load again.
/// </summary>
public static class FollowEvents
{
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/events", Handle)
            .RequireAccess("FollowEvents", Roles.OfficesAndEnterprises)
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");

    public static async Task<IResult> Handle(
        HttpContext http,
        EventHub hub,
        Caller caller,
        AccountStamps stamps,
        IHostApplicationLifetime life
    )
    {
        var expires = (await http.AuthenticateAsync()).Properties?.ExpiresUtc;
        return TypedResults.ServerSentEvents(Follow(http, hub, caller, stamps, expires, life));
    }

    /// <summary>Ends with the connection, the token, or the service; and where the listener is too slow.</summary>
    private static async IAsyncEnumerable<SseItem<object>> Follow(
        HttpContext http,
        EventHub hub,
        Caller caller,
        AccountStamps stamps,
        DateTimeOffset? expires,
        IHostApplicationLifetime life,
        [EnumeratorCancellation] CancellationToken gone = default
    )
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(gone, life.ApplicationStopping);
        if (expires - TimeProvider.System.GetUtcNow() is { } left && left < TimeSpan.FromDays(1))
        {
            over.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        var (isWhole, missed, coming, here) = hub.Listen(http.Request.Headers["Last-Event-ID"].ToString());
        try
        {
            await Comment(http, $": here\nretry: 2000\nid: {here}\n\n", gone);
            if (!isWhole)
            {
                yield return new SseItem<object>(new { }, "reset") { EventId = here };
            }

            foreach (var (id, what) in missed.Where(one => IsFor(one.What, caller)))
            {
                yield return Item(id, what);
            }

            var next = coming.Reader.WaitToReadAsync(over.Token).AsTask();
            while (true)
            {
                await ((Task)next).WaitAsync(Heartbeat, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (over.IsCancellationRequested || !await stamps.IsGood(http.User, gone))
                {
                    yield break;
                }

                if (!next.IsCompleted)
                {
                    await Comment(http, ": still here\n\n", gone);
                    continue;
                }

                if (!await next)
                {
                    yield break;
                }

                while (coming.Reader.TryRead(out var one))
                {
                    if (IsFor(one.What, caller))
                    {
                        yield return Item(one.Id, one.What);
                    }
                }

                next = coming.Reader.WaitToReadAsync(over.Token).AsTask();
            }
        }
        finally
        {
            hub.Leave(coming);
        }
    }

    private static bool IsFor(LiveEvent what, Caller caller) =>
        (what.Kind, caller.Role) switch
        {
            ("review-requested" or "review-ended" or "filing-decided", Role.Station or Role.Supervisor) => caller.Covers(what.Town),
            ("filing-decided", Role.Enterprise) => caller.Organisation == what.Enterprise,
            ("run-opened" or "lead-raised" or "lead-assigned" or "lead-contradicted", { } role) => caller.Covers(what.Town)
                && (Department.SeesEveryLead(role) || (what.Department is not null && caller.Departments.Contains(what.Department))),
            _ => false,
        };

    private static SseItem<object> Item(string id, LiveEvent what) =>
        new(
            new
            {
                what.Subject,
                what.Town,
                what.At,
            },
            what.Kind
        )
        {
            EventId = id,
        };

    /// <summary>Between two events: a browser takes note and raises none. <see cref="SseItem{T}"/> has no such thing.</summary>
    private static async Task Comment(HttpContext http, string text, CancellationToken gone)
    {
        await http.Response.WriteAsync(text, gone);
        await http.Response.Body.FlushAsync(gone);
    }
}
