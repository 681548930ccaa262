using System.Globalization;
using MassTransit;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Contracts.Delivery;

/// <summary>
/// A message that failed its immediate retries waits in a queue of the broker, longer each time. When its time to live ends, it is
/// dead-lettered to its endpoint, at least once. After the last wait it moves to the error queue. A message that can never be read (its
/// shape, its version) does not wait.
/// </summary>
public sealed class WaitQueues(BrokerSettings broker, ILogger<WaitQueues> log) : IFilter<ExceptionReceiveContext>, IAsyncDisposable
{
    /// <summary>How many waits the message has behind it.</summary>
    public const string Header = "waited";
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly HashSet<string> _declared = [];
    private IConnection? _connection;
    private IChannel? _channel;

    public static string NameOf(string endpoint, TimeSpan wait) =>
        string.Create(CultureInfo.InvariantCulture, $"{endpoint}_wait_{wait.TotalMilliseconds:0}");

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (
            IsHopeless(context.Exception)
            || !context.TryGetPayload<RabbitMqBasicConsumeContext>(out var delivery)
            || WaitedOf(delivery.Properties.Headers) is var waited && waited >= broker.Waits.Count
        )
        {
            await next.Send(context);
            log.LogError(
                "Message {Id} failed every retry at {Endpoint} and is parked: {Reason}",
                context.GetMessageId(),
                context.InputAddress.Segments[^1],
                Reason(context.Exception)
            );
            return;
        }

        // If the broker fails here, the message is not acknowledged and is delivered again.
        await Wait(context.InputAddress.Segments[^1], delivery, context.Body.GetBytes(), waited, context.CancellationToken);
        log.LogWarning(
            "Message {Id} failed at {Endpoint} and waits {Seconds} s: {Reason}",
            delivery.Properties.MessageId,
            context.InputAddress.Segments[^1],
            broker.Waits[waited].TotalSeconds,
            Reason(context.Exception)
        );
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("wait");

    public async ValueTask DisposeAsync()
    {
        if (_channel is not null)
        {
            await _channel.DisposeAsync();
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _gate.Dispose();
    }

    /// <summary>The original exception, not its wrapper; its stack trace is stored with the parked message.</summary>
    private static string Reason(Exception failure) => $"{failure.GetBaseException().GetType().Name}: {failure.GetBaseException().Message}";

    private static bool IsHopeless(Exception failure) =>
        failure is System.Runtime.Serialization.SerializationException or System.Text.Json.JsonException or UnknownVersionException
        || (failure.InnerException is { } inner && IsHopeless(inner));

    internal static int WaitedOf(IDictionary<string, object?>? headers) =>
        headers is not null && headers.TryGetValue(Header, out var value) && value is int waited ? waited : 0;

    private async Task Wait(string endpoint, RabbitMqBasicConsumeContext delivery, byte[] body, int waited, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var channel = await Channel(cancel);
            var wait = broker.Waits[waited];
            var queue = NameOf(endpoint, wait);
            if (_declared.Add(queue))
            {
                await Declare(channel, queue, endpoint, wait, cancel);
            }

            var properties = new BasicProperties(delivery.Properties) { Persistent = true };
            properties.Headers = new Dictionary<string, object?>(delivery.Properties.Headers ?? new Dictionary<string, object?>())
            {
                [Header] = waited + 1,
            };
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, body, cancel);
        }
        catch (Exception failure) when (failure is RabbitMQClientException or IOException or OperationCanceledException)
        {
            await Forget();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static Task<QueueDeclareOk> Declare(IChannel channel, string queue, string endpoint, TimeSpan wait, CancellationToken cancel) =>
        channel.QueueDeclareAsync(
            queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-message-ttl"] = (long)wait.TotalMilliseconds,
                ["x-dead-letter-exchange"] = "",
                ["x-dead-letter-routing-key"] = endpoint,
                // Both settings are needed: without them a message is lost when the endpoint cannot take it back.
                ["x-dead-letter-strategy"] = "at-least-once",
                ["x-overflow"] = "reject-publish",
            },
            cancellationToken: cancel
        );

    /// <summary>Publishing returns when the broker has confirmed, and throws otherwise.</summary>
    private async Task<IChannel> Channel(CancellationToken cancel)
    {
        if (_channel is { IsOpen: true })
        {
            return _channel;
        }

        await Forget();
        _connection = await broker.Connect("wait queues", cancel);
        return _channel = await _connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true),
            cancel
        );
    }

    private async Task Forget()
    {
        _declared.Clear();
        var (channel, connection) = (_channel, _connection);
        (_channel, _connection) = (null, null);
        if (channel is not null)
        {
            await channel.DisposeAsync();
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }
}
