using FilingApi;
using FilingApi.Data;
using FilingApi.Demo;
using FilingApi.Domain;
using FilingApi.Replay;
using FilingApi.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Browser.Tests.Running;

/// <summary>
/// The whole service in this process, with its own port and a temporary folder: with a day of filings, or with only people and trucks.
/// </summary>
public sealed class Town : IAsyncDisposable
{
    public const string Password = "Correct-horse-7";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("town-");
    private WebApplication _app = null!;

    private Town() { }

    public Uri Address => new(_app.Urls.First());

    public static async Task<Town> Living()
    {
        var town = new Town();
        var now = TimeProvider.System.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var clock = new DemoClock(now - DemoTown.Since);
        await town.Start(clock);
        await DemoTown.Play(town._app, clock, Password, now, CancellationToken.None);
        return town;
    }

    public static async Task<Town> Empty()
    {
        var town = new Town();
        await town.Start(TimeProvider.System);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(town.Address, "/api/v1/") };
        await new CreateWorld(new Caller(http)).Run(DemoTown.World(), Password, CancellationToken.None, Password);
        return town;
    }

    /// <summary>Reads the store, whatever a page shows.</summary>
    public async Task<T> Ask<T>(Func<FilingDb, Task<T>> ask)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<FilingDb>>().CreateDbContextAsync();
        return await ask(db);
    }

    public Task<FilingStatus> StatusOf(string number) =>
        Ask(db => db.Filings.Where(filing => filing.Number == number).Select(filing => filing.Status).SingleAsync());

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task Start(TimeProvider clock) =>
        _app = await Service.Start(
            new ServiceSettings
            {
                DataFolder = _folder.FullName,
                Durable = false,
                Clock = clock,
                AdminPassword = Password,
                Demo = true,
                Quiet = true,
                Limits = FilingApi.Settings.Limits.None,
            }
        );
}
