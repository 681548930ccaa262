using MassTransit;
using MassTransit.Mediator;

namespace Contracts.Delivery;

/// <summary>The one seam between outbox and bus: returns when the message is safe with its receivers.</summary>
public interface IGate
{
    Task Publish(object message, Type type, Guid id, string? town, CancellationToken cancel);
}

/// <summary>One process: returns when every consumer has finished, and throws when one failed.</summary>
public sealed class MediatorGate(IMediator mediator) : IGate
{
    public Task Publish(object message, Type type, Guid id, string? town, CancellationToken cancel) =>
        mediator.Publish(message, type, Pipe.Execute<PublishContext>(context => context.MessageId = id), cancel);
}

/// <summary>RabbitMQ: returns when the broker has confirmed.</summary>
public sealed class BusGate(IBus bus) : IGate
{
    /// <summary>A dead broker holds nothing for longer than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task Publish(object message, Type type, Guid id, string? town, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        await bus.Publish(message, type, Pipe.Execute<PublishContext>(context =>
        {
            context.MessageId = id;
            if (town is not null) { context.SetRoutingKey(town); }
        }), limit.Token);
    }
}
