using Contracts.Delivery;
using DispatchWorker.Data;
using DispatchWorker.Schedules;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker;

/// <summary>The worker as a process of its own: <c>parked …</c> shows and replays what it has put aside, anything else runs it.</summary>
internal static class Running
{
    public static async Task<int> Run(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        var folder = Given(builder.Configuration, "Storage:Folder", "the folder of its store");
        var broker = BrokerSettings.Parse("Transport:Amqp", Given(builder.Configuration, "Transport:Amqp", "the broker's address"), builder.Configuration["Transport:Waits"]);
        Directory.CreateDirectory(folder);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

        var settings = new DispatchSettings(Path.Combine(folder, "dispatch.db"));
        builder.Services.AddDispatch(settings with { RunGrace = builder.Configuration.GetValue("Runs:Grace", settings.RunGrace) });
        builder.Services.AddSingleton<IGate, BusGate>();
        builder.Services.AddRabbit(broker, DispatchServices.QueuePrefix, x => x.AddDispatchConsumers());

        var host = builder.Build();
        var contexts = host.Services.GetRequiredService<IDbContextFactory<DispatchDb>>();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await db.Database.EnsureCreatedAsync();
            await Retain.Begin(db, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        }

        if (args is ["parked", ..]) { return await new ParkedCommand([("dispatch", contexts.CreateDbContext)], broker, DispatchServices.Endpoints).Run(args[1..], Console.Out, Console.Error, CancellationToken.None); }

        await host.RunAsync();
        return 0;
    }

    private static string Given(ConfigurationManager configuration, string name, string what) =>
        configuration[name] is { Length: > 0 } given ? given : throw new InvalidOperationException($"{name} is not set: {what} (as a variable: {name.Replace(":", "__", StringComparison.Ordinal)}).");
}
