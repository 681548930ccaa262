using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Contracts.Delivery;
using FilingApi.Data;
using FilingApi.Replay;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Demo;

/// <summary>A fictitious town with a day of activity around the present moment, played through the service's own API.</summary>
public static partial class DemoTown
{
    /// <summary>How long before the present moment the day begins.</summary>
    public static readonly TimeSpan Since = TimeSpan.FromHours(26);

    public static IReadOnlyList<string> Accounts => [.. World().Accounts.Select(account => account.Account), CreateWorld.Admin];

    /// <param name="app">The running service, with its clock at the beginning of the day.</param>
    /// <param name="clock">Follows the day; released at its end.</param>
    /// <param name="password">Password of all demo accounts.</param>
    /// <param name="now">The present moment, which the day leads up to.</param>
    /// <param name="cancel">Cancels the play.</param>
    public static async Task Play(WebApplication app, DemoClock clock, string password, DateTimeOffset now, CancellationToken cancel)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri($"{app.Urls.First()}/api/v1/"),
        };
        var caller = new Caller(http);
        await new CreateWorld(caller).Run(World(), password, cancel, password);
        var journal = new Journal();
        var acts = new PerformActs(caller, journal);
        foreach (var act in Acts(now))
        {
            clock.Play.MoveTo(act.At);
            await acts.Perform(act, cancel);
            if (journal.Filings.Count == 1 && act.Do == "submit")
            {
                await Draft(caller, act, cancel);
            }
        }

        await app.Services.GetRequiredService<Settling>().Settle(cancel);
        clock.Release();
        app.Services.GetRequiredService<Web.Readiness>().DemoCanSignIn();
    }

    /// <summary>Gives the existing demo accounts the password of this start.</summary>
    public static async Task SetPassword(IServiceProvider services, string password, CancellationToken cancel)
    {
        var (hasher, clock) = (services.GetRequiredService<IPasswordHasher<Account>>(), services.GetRequiredService<TimeProvider>());
        await services
            .GetRequiredService<Writer<FilingDb>>()
            .Write(
                async (db, stop) =>
                {
                    foreach (var account in await db.Users.Where(account => account.IsDemo).ToListAsync(stop))
                    {
                        if (hasher.VerifyHashedPassword(account, account.PasswordHash!, password) != PasswordVerificationResult.Failed)
                        {
                            return false;
                        }

                        account.TakePassword(hasher.HashPassword(account, password), Domain.Actor.System, clock.GetUtcNow());
                    }

                    return true;
                },
                cancel
            );
        services.GetRequiredService<Web.Readiness>().DemoCanSignIn();
    }

    private static async Task Draft(Caller caller, Act act, CancellationToken cancel) =>
        await caller.Post(act.By, "filings", Encoding.UTF8.GetBytes(act.Members.GetProperty("filing").GetRawText()), cancel);

    public static World World() => JsonSerializer.Deserialize<World>(Read("world.json"), JsonSerializerOptions.Web)!;

    private static IEnumerable<Act> Acts(DateTimeOffset now) =>
        Read("day.jsonl")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select((line, i) => ActLine.Parse(Moments().Replace(line, match => InstantOf(match, now)), i + 1));

    /// <summary>"@-1:30" means one hour and thirty minutes before the present.</summary>
    private static string InstantOf(Match match, DateTimeOffset now)
    {
        var offset = new TimeSpan(
            int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture),
            int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture),
            0
        );
        return $"\"{Web.InstantJson.Format(match.Groups[1].Value == "-" ? now - offset : now + offset)}\"";
    }

    private static string Read(string name)
    {
        using var stream = typeof(DemoTown).Assembly.GetManifestResourceStream($"FilingApi.Demo.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("\"@([+-])([0-9]+):([0-9]{2})\"")]
    private static partial Regex Moments();
}
