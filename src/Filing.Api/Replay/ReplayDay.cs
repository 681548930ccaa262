using System.Diagnostics;
using FilingApi.Settings;

namespace FilingApi.Replay;

/// <summary>The result of a replay: outcome, journal, and the time of the acts alone and of the whole replay.</summary>
public sealed record Replayed(Outcome Outcome, Journal Journal, TimeSpan Acts, TimeSpan Whole);

/// <summary>Replays a day through the real application, in virtual time and as fast as possible.</summary>
public static class ReplayDay
{
    public static async Task<Replayed> Run(Day day, Func<ServiceSettings, Task<WebApplication>> start, Action<int>? progress = null)
    {
        var folder = Directory.CreateTempSubdirectory("replay-");
        try
        {
            var clock = new VirtualClock(day.World.Start);
            var password = CreateWorld.NewPassword();
            await using var app = await start(
                new ServiceSettings
                {
                    // A replay sends as fast as it can.
                    Limits = Limits.None,
                    DataFolder = folder.FullName,
                    Durable = false,
                    Clock = clock,
                    AdminPassword = password,
                    Quiet = true,
                }
            );
            var replayed = await Play(day, app, clock, password, progress ?? (_ => { }));
            await app.StopAsync();
            return replayed;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Replayed> Play(Day day, WebApplication app, VirtualClock clock, string password, Action<int> progress)
    {
        var cancel = app.Lifetime.ApplicationStopping;
        using var http = Client(app.Urls.First());
        var caller = new Caller(http);
        var settling = app.Services.GetRequiredService<Settling>();
        var whole = Stopwatch.StartNew();
        await new CreateWorld(caller).Run(day.World, password, cancel);

        var journal = new Journal();
        var acts = Stopwatch.StartNew();
        await Perform(day, new PerformActs(caller, journal), clock, progress, cancel);
        acts.Stop();

        // First everything the acts caused, at their own time; then what falls due by the end of the day.
        await settling.Settle(cancel);
        clock.MoveTo(day.World.End);
        await settling.Settle(cancel);
        var outcome = await new ReadOutcome(caller, day.World, journal).Run(cancel);
        return new Replayed(outcome, journal, acts.Elapsed, whole.Elapsed);
    }

    private static async Task Perform(Day day, PerformActs acts, VirtualClock clock, Action<int> progress, CancellationToken cancel)
    {
        var done = 0;
        foreach (var act in day.Acts)
        {
            clock.MoveTo(act.At);
            try
            {
                await acts.Perform(act, cancel);
            }
            catch (ReplayStoppedException stopped)
            {
                throw new ReplayStoppedException($"{act}: {stopped.Message}");
            }

            progress(++done);
        }
    }

    private static HttpClient Client(string address)
    {
        // No proxy and no redirects: the replay talks to this process only.
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                UseCookies = false,
            }
        )
        {
            BaseAddress = new Uri($"{address.TrimEnd('/')}/api/v1/"),
        };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }
}
