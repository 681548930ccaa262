using System.Text.Json;
using Contracts.Delivery;
using Contracts.Dispatch;
using DispatchWorker.Data;
using DispatchWorker.Settings;
using MassTransit;
using MassTransit.Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DispatchWorker.Tests;

/// <summary>
/// The worker in the test's process: real consumers behind the mediator, a real SQLite file. The dispatcher does not run, so the outbox
/// can be read.
/// </summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("worker").FullName;
    private ServiceProvider _services = null!;

    public static async Task<Worker> Start()
    {
        var worker = new Worker();
        await worker.Boot();
        await using var db = worker.Open();
        await Schema.Apply(db, default);
        return worker;
    }

    /// <summary>A new process on the same file.</summary>
    public async Task Restart()
    {
        await Stop();
        await Boot();
    }

    public Task Tell(object message, Guid? id = null) =>
        new MediatorPublisher(_services.GetRequiredService<IMediator>()).Publish(
            message,
            message.GetType(),
            id ?? Guid.CreateVersion7(),
            null,
            default
        );

    /// <summary>Applies deadlines before the given minute.</summary>
    public Task<int> Pass(double minute) =>
        _services
            .GetRequiredService<Writer<DispatchDb>>()
            .Write((db, cancel) => _services.GetRequiredService<Deadlines<DispatchDb>>().ApplyBefore(db, Make.At(minute), cancel), default);

    public DispatchDb Open() => _services.GetRequiredService<IDbContextFactory<DispatchDb>>().CreateDbContext();

    public async Task<List<RunRow>> Runs()
    {
        await using var db = Open();
        return await db.Runs.AsNoTracking().OrderBy(run => run.First).ThenBy(run => run.OpenedAt).ToListAsync();
    }

    public async Task<List<SightingRow>> Sightings()
    {
        await using var db = Open();
        return await db.Sightings.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    /// <summary>Open runs as a receiver sees them: plate, colour, first, last, sightings, codes; without the id.</summary>
    public async Task<List<string>> OpenRuns()
    {
        var sightings = (await Sightings()).ToLookup(row => row.RunId, row => row.Id);
        var runs = (await Runs()).Where(run => run.ClearedAt is null);
        return
        [
            .. runs.Select(run =>
                    $"{run.Plate} {run.Colour} {Minute(run.First)}-{Minute(run.Last)} [{string.Join(' ', sightings[run.Id])}] "
                    + $"{string.Join(' ', run.Codes)}"
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>All messages emitted so far, oldest first.</summary>
    public async Task<List<object>> Emitted()
    {
        await using var db = Open();
        var rows = await db.Set<OutboxRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        return rows.ConvertAll(row => JsonSerializer.Deserialize(row.Body, Wire.MessageTypes[row.Type], Wire.Json)!);
    }

    /// <summary>The messages about runs, by version: two messages of one millisecond may be sent in either order.</summary>
    public async Task<List<RunUpdate>> Told() =>
        [.. (await Emitted()).OfType<RunsUpdated>().SelectMany(message => message.Runs).OrderBy(told => told.Run.Version)];

    /// <summary>The same as a receiver reads it: "RunOpened v1 [ids]".</summary>
    public async Task<List<string>> Said()
    {
        var members = new Dictionary<Guid, SortedSet<string>>();
        return (await Told()).ConvertAll(told =>
        {
            if (!members.TryGetValue(told.Run.Id, out var known))
            {
                members[told.Run.Id] = known = new SortedSet<string>(StringComparer.Ordinal);
            }

            known.UnionWith(told.Joined);
            known.ExceptWith(told.Left);
            var what = (told.End, told.Run.Version) switch
            {
                ({ }, _) => "RunCleared",
                (_, 1) => "RunOpened",
                _ => "RunGrew",
            };
            return $"{what} v{told.Run.Version} [{string.Join(' ', known)}] "
                + $"{string.Join(' ', told.Run.Codes)}{(told.End?.JoinedInto is null ? "" : " joined")}";
        });
    }

    private static double Minute(DateTimeOffset at) => (at - Make.At(0)).TotalMinutes;

    private async Task Boot()
    {
        _services = new ServiceCollection()
            // MassTransit keeps the last logger factory for the whole process: give it one that no test disposes.
            .AddLogging()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddDispatch(new DispatchSettings(Path.Combine(_folder, "dispatch.db"), Durable: false))
            .AddSingleton<IMessagePublisher, MediatorPublisher>()
            .AddMediator(DispatchServices.Consumers.AddTo)
            .BuildServiceProvider();
        await _services.GetRequiredService<Writer<DispatchDb>>().StartAsync(default);
    }

    private async Task Stop()
    {
        await _services.GetRequiredService<Writer<DispatchDb>>().StopAsync(default);
        await _services.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
