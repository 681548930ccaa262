using System.Text;
using Contracts.Delivery;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace EndToEnd.Tests.Brokers;

/// <summary>Manipulates messages in the broker without the services.</summary>
internal static class Queues
{
    /// <summary>Unreadable messages: no envelope; an unknown type; an invalid value; a future wire version.</summary>
    private static readonly string[] Unreadable =
    [
        "not json",
        """
            {"messageId":"00000000-0000-0000-0000-000000000001",
             "messageType":["urn:message:Contracts.Filing:NoSuchMessage"],"message":{}}
            """,
        """{"messageType":["urn:message:Contracts.Filing:RegisterFactsAdded"],"message":{"facts":[{"at":"no time"}]}}""",
        $$$"""
            {"messageType":["urn:message:Contracts.Filing:RegisterFactsAdded"],
             "headers":{"{{{WireVersion.Header}}}":{{{WireVersion.Present + 1}}}},"message":{"facts":[]}}
            """,
    ];

    /// <summary>Some messages of a queue are requeued often, the others twice: a few suffice as proof, and the test must end.</summary>
    private const int Often = 20;

    /// <summary>Takes every waiting message and requeues it many times, the last first. Returns how many there were.</summary>
    public static Task<int> Multiply(Uri broker, IReadOnlyList<string> queues, int times) =>
        With(
            broker,
            async channel =>
            {
                var count = 0;
                foreach (var queue in queues)
                {
                    var waiting = new List<(ulong Tag, byte[] Body, BasicProperties Properties)>();
                    while (await channel.BasicGetAsync(queue, autoAck: false) is { } message)
                    {
                        waiting.Add((message.DeliveryTag, message.Body.ToArray(), new BasicProperties(message.BasicProperties)));
                    }

                    for (var time = 0; time < times; time++)
                    {
                        // Published in this order on the channel; the confirms are awaited together.
                        await Task.WhenAll(
                            Enumerable
                                .Reverse(waiting)
                                .Skip(time < 2 ? 0 : waiting.Count - Often)
                                .Select(message => Put(channel, queue, message.Body, message.Properties))
                                .ToList()
                        );
                    }

                    // Acknowledge only now: if we fail, no message is lost.
                    foreach (var message in waiting)
                    {
                        await channel.BasicAckAsync(message.Tag, multiple: false);
                    }

                    count += waiting.Count;
                }

                return count;
            }
        );

    /// <summary>Puts each of them into each queue. Returns how many.</summary>
    public static Task<int> Poison(Uri broker, IReadOnlyList<string> queues) =>
        With(
            broker,
            async channel =>
            {
                foreach (var queue in queues)
                {
                    foreach (var body in Unreadable)
                    {
                        await Put(
                            channel,
                            queue,
                            Encoding.UTF8.GetBytes(body),
                            new BasicProperties { ContentType = "application/vnd.masstransit+json" }
                        );
                    }
                }

                return queues.Count * Unreadable.Length;
            }
        );

    public static Task<bool> AreEmpty(Uri broker, IReadOnlyList<string> queues) =>
        With(
            broker,
            async channel =>
            {
                foreach (var queue in queues)
                {
                    if ((await channel.QueueDeclarePassiveAsync(queue)).MessageCount > 0)
                    {
                        return false;
                    }
                }

                return true;
            }
        );

    /// <summary>The number of messages in the error and skipped queues.</summary>
    public static Task<long> Parked(Uri broker, IReadOnlyList<string> queues) =>
        OfAside(broker, queues, async (channel, name) => (await channel.QueueDeclarePassiveAsync(name)).MessageCount);

    public static Task ForgetParked(Uri broker, IReadOnlyList<string> queues) =>
        OfAside(broker, queues, async (channel, name) => await channel.QueuePurgeAsync(name));

    private static async Task<long> OfAside(Uri broker, IReadOnlyList<string> queues, Func<IChannel, string, Task<uint>> act)
    {
        var sum = 0L;
        foreach (var name in queues.SelectMany(queue => new[] { queue + Rabbit.ErrorSuffix, queue + Rabbit.SkippedSuffix }))
        {
            try
            {
                sum += await With(broker, async channel => (long)await act(channel, name));
            }
            catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
            {
                // The queue is created for the first message.
            }
        }

        return sum;
    }

    private static Task Put(IChannel channel, string queue, ReadOnlyMemory<byte> body, BasicProperties properties)
    {
        properties.Persistent = true;
        return channel.BasicPublishAsync("", queue, mandatory: true, properties, body).AsTask();
    }

    private static async Task<T> With<T>(Uri broker, Func<IChannel, Task<T>> act)
    {
        await using var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: true,
                publisherConfirmationTrackingEnabled: true,
                outstandingPublisherConfirmationsRateLimiter: null
            )
        );
        return await act(channel);
    }
}
