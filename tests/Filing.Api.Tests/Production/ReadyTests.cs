using FilingApi.Demo;
using FilingApi.Replay;
using FilingApi.Settings;

namespace FilingApi.Tests.Production;

/// <summary>The demo is ready when its accounts can sign in, and not before.</summary>
public sealed class ReadyTests
{
    [Fact]
    public async Task A_demo_is_not_ready_before_its_password_is_set()
    {
        var folder = Directory.CreateTempSubdirectory("ready-").FullName;
        await using var app = await Service.Start(
            new ServiceSettings
            {
                DataFolder = folder,
                Durable = false,
                Clock = new VirtualClock(SmallTown.Start),
                AdminPassword = SmallTown.Password,
                Demo = true,
                Quiet = true,
            }
        );
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var anyone = new Api(http, () => new Uri($"{app.Urls.First()}/api/v1/"), null);

        var before = await anyone.Get("/readyz");
        await DemoTown.SetPassword(app.Services, "Another-horse-7", CancellationToken.None);
        var after = await anyone.Get("/readyz");
        var token = await anyone.Post("tokens", new { account = "admin", password = "Another-horse-7" });
        await app.StopAsync();
        Directory.Delete(folder, recursive: true);

        Assert.Equal((503, 200, 200), (before.Status, after.Status, token.Status));
    }

    [Fact]
    public async Task A_demo_is_not_ready_while_its_day_is_played()
    {
        var folder = Directory.CreateTempSubdirectory("ready-").FullName;
        var now = new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.FromHours(8));
        var clock = new DemoClock(now - DemoTown.Since);
        await using var app = await Service.Start(
            new ServiceSettings
            {
                DataFolder = folder,
                Durable = false,
                Clock = clock,
                AdminPassword = SmallTown.Password,
                Demo = true,
                Quiet = true,
                Limits = Limits.None,
            }
        );
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var anyone = new Api(http, () => new Uri($"{app.Urls.First()}/api/v1/"), null);

        var before = await anyone.Get("/readyz");
        await DemoTown.Play(app, clock, SmallTown.Password, now, CancellationToken.None);
        var after = await anyone.Get("/readyz");
        await app.StopAsync();
        Directory.Delete(folder, recursive: true);

        Assert.Equal((503, 200), (before.Status, after.Status));
    }
}
