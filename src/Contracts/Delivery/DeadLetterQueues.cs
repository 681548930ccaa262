using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Contracts.Delivery;

/// <summary>Messages in the broker's error and skipped queues.</summary>
public sealed class DeadLetterQueues(IConnection connection, IReadOnlyList<string> endpoints)
{
    /// <summary>More than anybody reads at once; the rest is only counted.</summary>
    private const int MostShown = 200;

    /// <summary>The headers MassTransit adds to a failed message; a replay removes them.</summary>
    private static readonly string[] FaultHeaders =
    [
        "MT-Fault",
        "MT-Reason",
        "MT-Host",
        "x-death",
        "x-first-death",
        "x-last-death",
        "x-delivery-count",
        WaitQueues.Header,
    ];

    public async Task<List<DeadLetter>> List(CancellationToken cancel)
    {
        var parked = new List<DeadLetter>();
        foreach (var (_, queue) in Queues())
        {
            await Each(
                queue,
                MostShown,
                (_, message) =>
                {
                    parked.Add(
                        new DeadLetter(
                            queue,
                            IdOf(message),
                            TypeOf(message.Body),
                            null,
                            DeadLetterRows.FirstLine(
                                Text(message.BasicProperties.Headers, "MT-Fault-Message")
                                    ?? (
                                        queue.EndsWith(Rabbit.SkippedSuffix, StringComparison.Ordinal)
                                            ? "no consumer here knows this message"
                                            : null
                                    )
                            )
                        )
                    );
                    return Task.FromResult(false);
                },
                cancel
            );
        }

        return parked;
    }

    /// <summary>Sends it back to its endpoint; removes it from the error queue only after the broker has confirmed that.</summary>
    public async Task<List<string>> Replay(Func<string, bool> chosen, CancellationToken cancel)
    {
        var replayed = new List<string>();
        foreach (var (endpoint, queue) in Queues())
        {
            await Each(
                queue,
                int.MaxValue,
                async (channel, message) =>
                {
                    if (!chosen(IdOf(message)))
                    {
                        return false;
                    }

                    var properties = new BasicProperties(message.BasicProperties);
                    properties.Headers = message
                        .BasicProperties.Headers?.Where(header =>
                            !FaultHeaders.Any(fault => header.Key.StartsWith(fault, StringComparison.Ordinal))
                        )
                        .ToDictionary();
                    await channel.BasicPublishAsync("", endpoint, mandatory: true, properties, message.Body, cancel);
                    replayed.Add(IdOf(message));
                    return true;
                },
                cancel
            );
        }

        return replayed;
    }

    private IEnumerable<(string Endpoint, string Queue)> Queues() =>
        endpoints.SelectMany(endpoint => new[] { (endpoint, endpoint + Rabbit.ErrorSuffix), (endpoint, endpoint + Rabbit.SkippedSuffix) });

    /// <summary>
    /// Looks at each message once. Messages that are not taken are requeued before this returns, so that the next caller finds them.
    /// </summary>
    private async Task Each(string queue, int most, Func<IChannel, BasicGetResult, Task<bool>> take, CancellationToken cancel)
    {
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true),
            cancel
        );
        try
        {
            var waiting = (await channel.QueueDeclarePassiveAsync(queue, cancel)).MessageCount;
            var kept = 0u;
            for (
                var i = 0;
                i < Math.Min(waiting, (uint)most) && await channel.BasicGetAsync(queue, autoAck: false, cancel) is { } message;
                i++
            )
            {
                if (await take(channel, message))
                {
                    await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancel);
                }
                else
                {
                    kept++;
                }
            }

            await GiveBack(channel, queue, kept, cancel);
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
        {
            // The queue does not exist until something fails.
        }
    }

    private static async Task GiveBack(IChannel channel, string queue, uint kept, CancellationToken cancel)
    {
        if (kept == 0)
        {
            return;
        }

        await channel.BasicNackAsync(deliveryTag: 0, multiple: true, requeue: true, cancel);

        // A quorum queue delivers with a delay, and another process may have taken the message.
        for (var looks = 0; looks < 100 && await channel.MessageCountAsync(queue, cancel) < kept; looks++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancel);
        }
    }

    private static string IdOf(BasicGetResult message) =>
        message.BasicProperties.MessageId is { Length: > 0 } id
            ? id
            : $"{message.RoutingKey}#{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(message.Body.Span))[..16]}";

    private static string TypeOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            return envelope
                .RootElement.GetProperty("messageType")[0]
                .GetString()!
                .Replace("urn:message:", "", StringComparison.Ordinal)
                .Replace(':', '.');
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            return "unreadable";
        }
    }

    private static string? Text(IDictionary<string, object?>? headers, string name) =>
        headers is not null && headers.TryGetValue(name, out var value)
            ? value switch
            {
                byte[] bytes => Encoding.UTF8.GetString(bytes),
                _ => value?.ToString(),
            }
            : null;
}
