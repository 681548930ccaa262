using MassTransit;
using RabbitMQ.Client;

namespace Contracts.Delivery;

/// <summary>The addresses of the broker, and how long a failed message waits before each retry.</summary>
/// <param name="Nodes">Every node of the cluster, <c>amqp://user:password@host:port/vhost</c>; any of them may be used.</param>
public sealed record BrokerSettings(IReadOnlyList<Uri> Nodes)
{
    private const string Form = "one address or several, separated by commas, such as amqp://user:password@host:5672/";

    /// <summary>The waits after the immediate retries, one queue each; after the last one the message is parked.</summary>
    public IReadOnlyList<TimeSpan> Waits { get; init; } = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)];

    /// <summary>Town codes whose reviews this installation receives; <c>#</c> is every town.</summary>
    public IReadOnlyList<string> Towns { get; init; } = ["#"];

    public Uri First => Nodes[0];

    /// <param name="name">The setting's name, for the error message.</param>
    /// <param name="addresses">Separated by commas.</param>
    /// <param name="waits">Seconds, separated by commas; null: the defaults.</param>
    /// <param name="towns">Town codes, separated by commas; null: every town.</param>
    /// <exception cref="InvalidOperationException">A value is not usable; the message says why and never contains a password.</exception>
    public static BrokerSettings Parse(string name, string addresses, string? waits = null, string? towns = null)
    {
        var nodes = Parts(addresses)
            .Select(part =>
                Uri.TryCreate(part, UriKind.Absolute, out var uri) && uri is { Scheme: "amqp" or "amqps", Host.Length: > 0 }
                    ? uri
                    : throw new InvalidOperationException($"{name} cannot be used: it must be {Form}.")
            )
            .ToList();
        if (nodes.Count == 0)
        {
            throw new InvalidOperationException($"{name} is empty: it must be {Form}.");
        }

        if (nodes.Select(node => (node.UserInfo, node.AbsolutePath, node.Scheme)).Distinct().Count() > 1)
        {
            throw new InvalidOperationException(
                $"{name} names nodes with different users, passwords or virtual hosts: the nodes of one cluster share them."
            );
        }

        var broker = new BrokerSettings(nodes);
        if (waits is not null)
        {
            broker = broker with { Waits = [.. Parts(waits).Select(part => Seconds(name, part))] };
        }

        return towns is null ? broker : broker with { Towns = [.. Parts(towns)] };
    }

    /// <summary>A separate connection, for what MassTransit does not offer.</summary>
    public Task<IConnection> Connect(string name, CancellationToken cancel)
    {
        var factory = new ConnectionFactory
        {
            Uri = First,
            ClientProvidedName = name,
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
        };
        return factory.CreateConnectionAsync([.. Nodes.Select(node => new AmqpTcpEndpoint(node))], name, cancel);
    }

    internal void Configure(IRabbitMqBusFactoryConfigurator rabbit) =>
        rabbit.Host(
            First,
            host =>
            {
                host.PublisherConfirmation = true;
                if (Nodes.Count > 1)
                {
                    host.UseCluster(cluster =>
                    {
                        foreach (var node in Nodes)
                        {
                            cluster.Node($"{node.Host}:{(node.Port > 0 ? node.Port : 5672)}");
                        }
                    });
                }
            }
        );

    private static TimeSpan Seconds(string name, string text) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidOperationException($"{name}: a wait is '{text}', it must be a number of seconds up to 86400.");

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
