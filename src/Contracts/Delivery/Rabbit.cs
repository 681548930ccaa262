using MassTransit;
using MassTransit.Middleware;
using MassTransit.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Contracts.Delivery;

/// <summary>
/// RabbitMQ as both services use it: quorum queues, publisher confirms, immediate retries, wait queues, then the error queue.
/// </summary>
public static class Rabbit
{
    public const string ErrorSuffix = "_error";
    public const string SkippedSuffix = "_skipped";

    /// <summary>
    /// The writer takes up to 128 requests at a time; a larger prefetch would only move the waiting from the broker to here.
    /// </summary>
    private const int Prefetch = 64;

    /// <param name="services">The service's own.</param>
    /// <param name="broker">Where it is.</param>
    /// <param name="name">Prefix of the service's queues.</param>
    /// <param name="consumers">Adds the consumers.</param>
    public static void AddRabbit(
        this IServiceCollection services,
        BrokerSettings broker,
        string name,
        Action<IRegistrationConfigurator> consumers
    )
    {
        services.AddSingleton(broker).AddSingleton<WaitQueues>();

        // MassTransit logs a stack trace for every try. Failures are logged once: by the dispatcher when sending, by the wait queues when
        // receiving.
        services.AddLogging(logging => logging.AddFilter("MassTransit", LogLevel.Critical));
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(InstrumentationOptions.MeterName));
        services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            x.SetEndpointNameFormatter(EndpointNames(name));
            consumers(x);
            x.AddConfigureEndpointsCallback((context, _, endpoint) => Configure(endpoint, context.GetRequiredService<WaitQueues>()));
            x.UsingRabbitMq(
                (context, rabbit) =>
                {
                    broker.Configure(rabbit);
                    rabbit.PrefetchCount = Prefetch;
                    rabbit.SendTopology.ConfigureErrorSettings = queue => queue.SetQueueArgument("x-queue-type", "quorum");
                    rabbit.SendTopology.ConfigureDeadLetterSettings = queue => queue.SetQueueArgument("x-queue-type", "quorum");

                    // Messages about a town are routed by its code: a town's station can have its own binding.
                    foreach (var type in Wire.MessageTypes.Values.Where(Wire.IsOfTown))
                    {
                        rabbit.Publish(type, topology => topology.ExchangeType = "topic");
                    }

                    rabbit.ConfigureEndpoints(context);
                }
            );
        });
    }

    public static IEndpointNameFormatter EndpointNames(string name) => new KebabCaseEndpointNameFormatter(name, includeNamespace: false);

    /// <summary>
    /// For a consumer's definition: binds its queue for the towns this installation serves. With the mediator there is nothing to bind.
    /// </summary>
    public static void TakeByTown<T>(this IReceiveEndpointConfigurator endpoint, BrokerSettings? broker)
        where T : class
    {
        if (endpoint is not IRabbitMqReceiveEndpointConfigurator rabbit || broker is null)
        {
            return;
        }

        endpoint.ConfigureMessageTopology<T>(enabled: false);
        foreach (var town in broker.Towns)
        {
            rabbit.Bind<T>(binding => binding.RoutingKey = town);
        }
    }

    private static void Configure(IReceiveEndpointConfigurator endpoint, WaitQueues waits)
    {
        endpoint.UseExecute(WireVersion.Check);

        // A busy store recovers within moments; a longer failure waits in the broker, not in our memory.
        endpoint.UseMessageRetry(retry => retry.Intervals(100, 500, 2000));
        endpoint.PublishFaults = false;
        if (endpoint is not IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            return;
        }

        rabbit.SetQuorumQueue();
        endpoint.ConfigureError(error =>
        {
            // Marks it as failed; otherwise MassTransit would also move it to the skipped queue.
            error.UseFilter(new GenerateFaultFilter());
            error.UseFilter(waits);
            error.UseFilter(new ErrorTransportFilter());
        });
    }
}
