using MassTransit;

namespace Contracts.Delivery;

/// <summary>
/// The definition of a consumer whose messages are of hundreds of things each. A few in hand keep the writer busy; with as many as of small
/// ones it would be seconds before it came to anything else, such as taking from the outbox what has been sent.
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
