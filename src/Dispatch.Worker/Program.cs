using Contracts.Delivery;
using DispatchWorker;
using DispatchWorker.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

var builder = Host.CreateApplicationBuilder(args);
var folder = builder.Configuration["Storage:Folder"] ?? throw new InvalidOperationException("Storage:Folder is not set.");
var broker = builder.Configuration["Transport:Amqp"] ?? throw new InvalidOperationException("Transport:Amqp is not set.");
Directory.CreateDirectory(folder);
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

builder.Services.AddDispatch(new DispatchSettings(Path.Combine(folder, "dispatch.db")));
builder.Services.AddSingleton<IGate, BusGate>();
builder.Services.AddMassTransit(x =>
{
    x.DisableUsageTelemetry();
    x.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter("dispatch", includeNamespace: false));
    x.AddDispatchConsumers();
    x.AddConfigureEndpointsCallback((_, _, endpoint) =>
    {
        // A busy store is over in a moment; what still fails then goes to the error queue and is shown.
        endpoint.UseMessageRetry(retry => retry.Intervals(100, 500, 2000));
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) { rabbit.SetQuorumQueue(); }
    });
    x.UsingRabbitMq((context, rabbit) =>
    {
        rabbit.Host(new Uri(broker), host => host.PublisherConfirmation = true);
        rabbit.SendTopology.ConfigureErrorSettings = queue => queue.SetQueueArgument("x-queue-type", "quorum");
        rabbit.SendTopology.ConfigureDeadLetterSettings = queue => queue.SetQueueArgument("x-queue-type", "quorum");
        rabbit.ConfigureEndpoints(context);
    });
});

var host = builder.Build();
await using (var db = await host.Services.GetRequiredService<IDbContextFactory<DispatchDb>>().CreateDbContextAsync())
{
    await db.Database.EnsureCreatedAsync();
}

await host.RunAsync();

// The web SDK would make it public, and Filing.Api, which references this project, has a Program of its own.
internal sealed partial class Program;
