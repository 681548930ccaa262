using Contracts.Delivery;
using DispatchWorker;
using DispatchWorker.Data;
using DispatchWorker.Schedules;
using Microsoft.EntityFrameworkCore;

var builder = Host.CreateApplicationBuilder(args);
var folder = builder.Configuration["Storage:Folder"] ?? throw new InvalidOperationException("Storage:Folder is not set.");
var broker = builder.Configuration["Transport:Amqp"] ?? throw new InvalidOperationException("Transport:Amqp is not set.");
Directory.CreateDirectory(folder);
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

var settings = new DispatchSettings(Path.Combine(folder, "dispatch.db"));
builder.Services.AddDispatch(settings with { RunGrace = builder.Configuration.GetValue("Runs:Grace", settings.RunGrace) });
builder.Services.AddSingleton<IGate, BusGate>();
builder.Services.AddRabbit(new Uri(broker), "dispatch", x => x.AddDispatchConsumers());

var host = builder.Build();
await using (var db = await host.Services.GetRequiredService<IDbContextFactory<DispatchDb>>().CreateDbContextAsync())
{
    await db.Database.EnsureCreatedAsync();
    await Retain.Begin(db, TimeProvider.System.GetUtcNow(), CancellationToken.None);
}

await host.RunAsync();

// The web SDK would make it public, and Filing.Api, which references this project, has a Program of its own.
internal sealed partial class Program;
