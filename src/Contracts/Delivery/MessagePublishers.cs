using MassTransit;
using MassTransit.Mediator;
using RabbitMQ.Client.Exceptions;

namespace Contracts.Delivery;

/// <summary>The one seam between outbox and bus: returns when the message is safe with its receivers.</summary>
public interface IMessagePublisher
{
    Task Publish(object message, Type type, Guid id, string? town, CancellationToken cancel);
}

/// <summary>One process: returns when every consumer has finished, and throws when one failed.</summary>
public sealed class MediatorPublisher(IMediator mediator) : IMessagePublisher
{
    public Task Publish(object message, Type type, Guid id, string? town, CancellationToken cancel) =>
        mediator.Publish(message, type, Pipe.Execute<PublishContext>(context => context.MessageId = id), cancel);
}

/// <summary>
/// The broker, or the receiver's queue in it, is not there. That says nothing against the message: it is tried until it is taken, and
/// never parked.
/// </summary>
public sealed class BrokerAwayException(Exception reason) : Exception($"The broker has not taken the message: {reason.Message}", reason)
{
    /// <summary>It does not answer at all: the next message would fare the same.</summary>
    public bool IsSilent =>
        InnerException is OperationCanceledException or BrokerUnreachableException or AlreadyClosedException or RabbitMqConnectionException;
}

/// <summary>RabbitMQ: returns when the broker has confirmed that the message stands in a queue.</summary>
public sealed class BusPublisher(IBus bus) : IMessagePublisher
{
    /// <summary>A dead broker holds nothing for longer than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task Publish(object message, Type type, Guid id, string? town, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            // Waited for no longer even where the bus itself waits on: what a broker took to its end is sometimes never answered.
            await bus.Publish(
                    message,
                    type,
                    Pipe.Execute<PublishContext>(context =>
                    {
                        context.MessageId = id;
                        context.Headers.Set(WireVersion.Header, WireVersion.Present);

                        // A broker confirms and drops what no queue is bound for, such as all that is said before the receiver first ran.
                        context.Mandatory = true;
                        if (town is not null)
                        {
                            context.SetRoutingKey(town);
                        }
                    }),
                    limit.Token
                )
                .WaitAsync(limit.Token);
        }
        catch (Exception reason) when (!cancel.IsCancellationRequested)
        {
            throw new BrokerAwayException(reason);
        }
    }
}
