using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Contracts.Delivery;

/// <summary>RabbitMQ as both services use it: quorum queues, errors too, publisher confirms, quick retries.</summary>
public static class Rabbit
{
    /// <param name="services">The service's own.</param>
    /// <param name="broker"><c>amqp://…</c></param>
    /// <param name="name">Prefix of the service's queues.</param>
    /// <param name="consumers">Adds the service's consumers.</param>
    public static void AddRabbit(this IServiceCollection services, Uri broker, string name, Action<IRegistrationConfigurator> consumers) =>
        services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            x.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(name, includeNamespace: false));
            consumers(x);
            x.AddConfigureEndpointsCallback((_, _, endpoint) =>
            {
                // A busy store is over in a moment; what still fails then goes to the error queue and is shown.
                endpoint.UseMessageRetry(retry => retry.Intervals(100, 500, 2000));
                if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) { rabbit.SetQuorumQueue(); }
            });
            x.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker, host => host.PublisherConfirmation = true);
                rabbit.SendTopology.ConfigureErrorSettings = queue => queue.SetQueueArgument("x-queue-type", "quorum");
                rabbit.SendTopology.ConfigureDeadLetterSettings = queue => queue.SetQueueArgument("x-queue-type", "quorum");
                rabbit.ConfigureEndpoints(context);
            });
        });
}
