using System.Text.Json;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.AspNetCore.Authentication;

namespace FilingApi.Features.Events;

/// <summary>Server-sent events of what the caller may see; goes on after <c>Last-Event-ID</c>. <c>reset</c> says that something was missed: load again.</summary>
public static class FollowEvents
{
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/events", Handle)
            .RequireAccess("FollowEvents", Roles.OfficesAndEnterprises)
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");

    public static async Task Handle(HttpContext http, EventHub hub, Caller caller, IHostApplicationLifetime life)
    {
        var expires = (await http.AuthenticateAsync()).Properties?.ExpiresUtc;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);

        // A stream does not outlive the token it was opened with.
        if (expires - TimeProvider.System.GetUtcNow() is { } left && left < TimeSpan.FromDays(1))
        {
            over.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var (isWhole, missed, coming, here) = hub.Listen(http.Request.Headers["Last-Event-ID"].ToString());
        try
        {
            await http.Response.WriteAsync($": here\nretry: 2000\nid: {here}\n\n", over.Token);
            if (!isWhole)
            {
                await http.Response.WriteAsync($"event: reset\nid: {here}\ndata: {{}}\n\n", over.Token);
            }

            foreach (var (id, what) in missed)
            {
                await Send(http, caller, id, what, over.Token);
            }

            await http.Response.Body.FlushAsync(over.Token);
            await Follow(http, caller, coming.Reader, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The listener went, its token ended, or the service stops: all are an ordinary end.
        }
        finally
        {
            hub.Leave(coming);
        }
    }

    private static async Task Follow(
        HttpContext http,
        Caller caller,
        System.Threading.Channels.ChannelReader<(string Id, LiveEvent What)> coming,
        CancellationToken over
    )
    {
        using var beat = new PeriodicTimer(Heartbeat);
        var (next, tick) = (coming.WaitToReadAsync(over).AsTask(), beat.WaitForNextTickAsync(over).AsTask());
        while (true)
        {
            if (await Task.WhenAny(next, tick) == tick)
            {
                await tick;
                await http.Response.WriteAsync(": still here\n\n", over);
                tick = beat.WaitForNextTickAsync(over).AsTask();
            }
            else
            {
                if (!await next)
                {
                    return;
                }

                while (coming.TryRead(out var missed))
                {
                    await Send(http, caller, missed.Id, missed.What, over);
                }

                next = coming.WaitToReadAsync(over).AsTask();
            }

            await http.Response.Body.FlushAsync(over);
        }
    }

    private static Task Send(HttpContext http, Caller caller, string id, LiveEvent what, CancellationToken over) =>
        what.IsFor(caller)
            ? http.Response.WriteAsync(
                $"event: {what.Kind}\nid: {id}\ndata: {JsonSerializer.Serialize(new { what.Subject, what.Town, what.At }, WebJson.Options)}\n\n",
                over
            )
            : Task.CompletedTask;
}
