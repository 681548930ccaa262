using Contracts.Delivery;
using DispatchWorker.Data;
using DispatchWorker.Schedules;
using DispatchWorker.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DispatchWorker;

/// <summary>
/// The worker as a process of its own: <c>migrate</c> brings its store up to date, <c>parked …</c> shows and replays what it has put aside,
/// anything else runs it.
/// <c>--settings FILE</c>, last, names a settings file.
/// </summary>
internal static class Running
{
    public static async Task<int> Run(string[] args)
    {
        var (command, file) = args is [.. var before, "--settings", var named] ? (before, named) : (args, null);
        var builder = WebApplication.CreateBuilder(command);
        var isMigration = command is ["migrate"];
        var options = Read(file, builder.Configuration, needsBroker: !isMigration);
        if (options is { SqlServer: null, DataFolder: { } folder })
        {
            Directory.CreateDirectory(folder);
        }

        if (isMigration)
        {
            await DispatchStore.Migrate(options.ToStore(), CancellationToken.None);
            Console.WriteLine("The store of the worker is up to date.");
            return 0;
        }

        var broker = options.ToBroker(WorkerOptions.Settings)!;
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.UseUrls(options.Listen ?? "http://127.0.0.1:8081");
        var settings = new DispatchSettings(options.ToStore());
        builder.Services.AddDispatch(settings with { RunGrace = options.ToRunGrace() ?? settings.RunGrace });
        builder.Services.AddSingleton<IMessagePublisher, BusPublisher>().AddSingleton<SharedStore>();
        builder.Services.AddStoreMeters();
        builder.Services.AddTraces(builder.Configuration, "dispatch-worker");
        builder.Services.AddRabbit(broker, DispatchServices.QueuePrefix, DispatchServices.Consumers.AddTo);

        await using var app = builder.Build();
        var contexts = app.Services.GetRequiredService<IDbContextFactory<DispatchDb>>();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await DispatchStore.Open(db, options.ToStore(), CancellationToken.None);
            await Retain.Begin(db, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        }

        if (command is ["parked", ..])
        {
            return await new DeadLetterCommand([("dispatch", contexts.CreateDbContext)], broker, DispatchServices.Consumers.Endpoints).Run(
                command[1..],
                Console.Out,
                Console.Error,
                CancellationToken.None
            );
        }

        Health.Map(app);
        app.MapMetrics();
        await app.RunAsync();
        return 0;
    }

    /// <exception cref="OptionsValidationException">Everything that cannot be used.</exception>
    internal static WorkerOptions Read(string? file, IConfiguration environment, bool needsBroker) =>
        WorkerOptions.Settings.Read<WorkerOptions>(
            file,
            environment,
            new StoreRules<WorkerOptions>(WorkerOptions.Settings),
            new WorkerRules(needsBroker)
        );
}
