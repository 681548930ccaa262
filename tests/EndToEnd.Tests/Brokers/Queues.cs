using System.Text;
using Contracts.Delivery;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace EndToEnd.Tests.Brokers;

/// <summary>What can be done to messages in the broker, behind the services' backs.</summary>
internal static class Queues
{
    /// <summary>
    /// None of them can be read: no envelope; a message that does not exist; one with a value that is none; and one of a version to come.
    /// </summary>
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

    /// <summary>So many of a queue are put back that often, the others twice: what is proved of some is proved, and a test ends.</summary>
    private const int Often = 20;

    /// <summary>Takes every waiting message and puts it back many times, the last first. How many there were.</summary>
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
                        // In this order on the channel; the confirms are waited for together.
                        await Task.WhenAll(
                            Enumerable
                                .Reverse(waiting)
                                .Skip(time < 2 ? 0 : waiting.Count - Often)
                                .Select(message => Put(channel, queue, message.Body, message.Properties))
                                .ToList()
                        );
                    }

                    // Only now: what we hold is not lost if we fail.
                    foreach (var message in waiting)
                    {
                        await channel.BasicAckAsync(message.Tag, multiple: false);
                    }

                    count += waiting.Count;
                }

                return count;
            }
        );

    /// <summary>Every kind of them into each queue. How many.</summary>
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

    /// <summary>How many are put aside: failed, or not understood.</summary>
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
                // Made when the first message needs it.
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
