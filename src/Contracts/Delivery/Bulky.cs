using MassTransit;

namespace Contracts.Delivery;

/// <summary>
/// The definition of a consumer whose messages carry hundreds of items each. A low prefetch keeps the writer busy; with the prefetch of
/// small messages the writer would need seconds before it gets to anything else, such as deleting sent outbox rows.
/// </summary>
public abstract class Bulky<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    private const int Prefetch = 16;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<TConsumer> consumerConfigurator,
        IRegistrationContext context
    ) => endpointConfigurator.PrefetchCount = Prefetch;
}
