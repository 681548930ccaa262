using MassTransit;
using MassTransit.Mediator;
using RabbitMQ.Client.Exceptions;

namespace Contracts.Delivery;

/// <summary>The only interface between outbox and bus. Returns when the message is safe with its receivers.</summary>
public interface IMessagePublisher
{
    Task Publish(object message, Type type, Guid id, string? town, CancellationToken cancel);
}

/// <summary>In one process: returns when every consumer has finished, and throws when one failed.</summary>
public sealed class MediatorPublisher(IMediator mediator) : IMessagePublisher
{
    public Task Publish(object message, Type type, Guid id, string? town, CancellationToken cancel) =>
        mediator.Publish(message, type, Pipe.Execute<PublishContext>(context => context.MessageId = id), cancel);
}

/// <summary>
/// The broker or the receiver's queue is unavailable. That is no fault of the message: it is retried until it is accepted, and never
/// parked.
/// </summary>
public sealed class BrokerAwayException(Exception reason) : Exception($"The broker did not accept the message: {reason.Message}", reason)
{
    /// <summary>The broker does not answer at all: the next message would fare the same.</summary>
    public bool IsSilent =>
        InnerException is OperationCanceledException or BrokerUnreachableException or AlreadyClosedException or RabbitMqConnectionException;
}

/// <summary>RabbitMQ: returns when the broker has confirmed that the message is in a queue.</summary>
public sealed class BusPublisher(IBus bus) : IMessagePublisher
{
    /// <summary>How long to wait for a broker that does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task Publish(object message, Type type, Guid id, string? town, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            // Stop waiting even if the bus would wait on: a message that a stopping broker accepted is sometimes never confirmed.
            await bus.Publish(
                    message,
                    type,
                    Pipe.Execute<PublishContext>(context =>
                    {
                        context.MessageId = id;
                        context.Headers.Set(WireVersion.Header, WireVersion.Present);

                        // A broker confirms and drops a message that no queue is bound for, such as all messages before the receiver first
                        // ran.
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
