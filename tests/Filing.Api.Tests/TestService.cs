using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Replay;
using FilingApi.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FilingApi.Tests;

/// <summary>
/// The real application on real SQLite, in its own folder, a copy of <see cref="SmallTown"/>. One per test class: every test takes a
/// new working day, so that windows of two tests never overlap.
/// </summary>
public sealed class TestService : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly WorkingDays Days = new(ShippedCalendars.Read().Select(row => row.ToCalendar()));
    private string _folder = Directory.CreateTempSubdirectory("filing-").FullName;
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
        }
    );
    private SmallTown _world = null!;
    private WebApplication _app = null!;

    public string Folder => _folder;

    /// <summary>The free disk space to report.</summary>
    public long FreeBytes { get; set; } = long.MaxValue;

    /// <summary>Receives the log, from the next start.</summary>
    public ILoggerProvider? Listener { get; set; }

    public VirtualClock Clock { get; private set; } = new(SmallTown.Start);

    /// <summary>The day of the running test.</summary>
    public DateOnly Today { get; private set; } = new(2026, 3, 1);

    public Api Anyone => new(_http, () => Address, null);
    public Api Clerk => As("clerk");
    public Api Clerk2 => As("clerk2");
    public Api Hauler => As("hauler");
    public Api Station => As("station");
    public Api StationB => As("stationB");
    public Api Centre => As("centre");
    public Api Squad => As("squad");
    public Api Plant => As("plant");
    public Api Supervisor => As("supervisor");
    public Api Camera => As("camera");
    public Api Admin => As("admin");

    public Uri Root => new(_app.Urls.First());

    private Uri Address => new(Root, "/api/v1/");

    public Api With(string token) => new(_http, () => Address, token);

    public Api As(string account) => new(_http, () => Address, _world.TokenOf(account));

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _world = await SmallTown.Made;
        _world.CopyTo(_folder);
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task Restart(VirtualClock? clock = null)
    {
        await Stop();
        Clock = clock ?? Clock;
        await Start();
    }

    /// <summary>Eight o'clock of the next working day.</summary>
    public TestService NewDay()
    {
        do
        {
            Today = Today.AddDays(1);
        } while (Days.IsWorkingDay(Today) is not true);

        Move("08:00");
        return this;
    }

    /// <summary>A moment of today, or of a day around it.</summary>
    public DateTimeOffset At(string time, int days = 0) =>
        new(Today.AddDays(days), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public void Move(string time, int days = 0) => Clock.MoveTo(At(time, days));

    public Task Settle() => Get<Settling>().Settle(CancellationToken.None).WaitAsync(Patience);

    public async Task<T> Look<T>(Func<FilingDb, Task<T>> look)
    {
        await using var db = await Get<IDbContextFactory<FilingDb>>().CreateDbContextAsync();
        return await look(db);
    }

    /// <summary>The log of questions is written after the answers: waits until it contains the last one.</summary>
    public async Task<QuestionRow> LoggedQuestion(string raw)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (TimeProvider.System.GetUtcNow() < deadline)
        {
            await using var db = await Get<IDbContextFactory<QuestionDb>>().CreateDbContextAsync();
            if (await db.Questions.OrderByDescending(row => row.Id).FirstOrDefaultAsync(row => row.Raw == raw) is { } row)
            {
                return row;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        throw new TimeoutException($"No question about '{raw}' was logged.");
    }

    /// <summary>The number of rows of every table that an act may change, to show that nothing was half-written.</summary>
    public async Task<string> Rows()
    {
        // Apply due deadlines first, so that they do not count as changes of the measured act.
        await Settle();
        return await Look(async db =>
            $"{await db.Filings.CountAsync()} {await db.Timeline.CountAsync()} {await db.Facts.CountAsync()} "
            + $"{await db.Trips.CountAsync()} {await db.Orders.CountAsync()} {await db.Arrivals.CountAsync()} "
            + $"{await db.Sightings.CountAsync()} {await db.Leads.CountAsync()} {await db.Answers.CountAsync()} "
            + $"{await db.RefusalLog.CountAsync()} {await db.Users.CountAsync()} {await db.Trucks.CountAsync()} "
            + $"{await db.Plants.CountAsync()} {await db.Jobs.CountAsync()}"
        );
    }

    /// <summary>The service on an existing folder, which its creator keeps; tokens of the small town are valid in it.</summary>
    public static async Task<TestService> Of(string folder, VirtualClock clock)
    {
        var service = new TestService
        {
            Clock = clock,
            _folder = folder,
            _world = await SmallTown.Made,
        };
        await service.Start();
        return service;
    }

    private async Task Start() =>
        _app = await Service.Start(
            new ServiceSettings
            {
                DataFolder = _folder,
                Durable = false,
                Clock = Clock,
                Quiet = Listener is null,
                Listener = Listener,
                FreeBytes = () => FreeBytes,
            }
        );

    private async Task Stop()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
