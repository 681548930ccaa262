using Contracts.Delivery;
using DispatchWorker.Data;
using DispatchWorker.Schedules;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker;

/// <summary>The worker as a process of its own: <c>migrate</c> brings its store up to date, <c>parked …</c> shows and replays what it has put aside, anything else runs it.</summary>
internal static class Running
{
    public static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var store = StoreOf(builder.Configuration);
        if (args is ["migrate"])
        {
            await DispatchStore.Migrate(store, CancellationToken.None);
            Console.WriteLine("The store of the worker is up to date.");
            return 0;
        }

        var broker = BrokerSettings.Parse(
            "Transport:Amqp",
            Given(builder.Configuration, "Transport:Amqp", "the broker's address"),
            builder.Configuration["Transport:Waits"]
        );
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.UseUrls(builder.Configuration["Listen"] is { Length: > 0 } listen ? listen : "http://127.0.0.1:8081");
        var settings = new DispatchSettings(store);
        builder.Services.AddDispatch(settings with { RunGrace = builder.Configuration.GetValue("Runs:Grace", settings.RunGrace) });
        builder.Services.AddSingleton<IMessagePublisher, BusPublisher>().AddSingleton<SharedStore>();
        builder.Services.AddStoreMeters();
        builder.Services.AddTraces("dispatch-worker");
        builder.Services.AddRabbit(broker, DispatchServices.QueuePrefix, x => x.AddDispatchConsumers());

        await using var app = builder.Build();
        var contexts = app.Services.GetRequiredService<IDbContextFactory<DispatchDb>>();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await DispatchStore.Open(db, store, CancellationToken.None);
            await Retain.Begin(db, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        }

        if (args is ["parked", ..])
        {
            return await new DeadLetterCommand([("dispatch", contexts.CreateDbContext)], broker, DispatchServices.Endpoints).Run(
                args[1..],
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

    private static string StoreOf(ConfigurationManager configuration)
    {
        if (configuration["Storage:SqlServer"] is { Length: > 0 } server)
        {
            return Store.IsServer(server)
                ? server
                : throw new InvalidOperationException(
                    "Storage:SqlServer cannot be used: it must be a connection string such as Server=…;Database=…;User Id=…;Password=…."
                );
        }

        var folder = Given(configuration, "Storage:Folder", "the folder of its store, unless Storage:SqlServer names a server");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, "dispatch.db");
    }

    private static string Given(ConfigurationManager configuration, string name, string what) =>
        configuration[name] is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException(
                $"{name} is not set: {what} (as a variable: {name.Replace(":", "__", StringComparison.Ordinal)})."
            );
}
