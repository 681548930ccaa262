using EndToEnd.Tests.Running;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace EndToEnd.Tests.Brokers;

/// <summary>
/// A real RabbitMQ: the one <c>TEST_AMQP</c> names (it must serve nothing but tests: our queues there are deleted), otherwise one in a
/// container, otherwise Debian's as a private node. With none of them the tests fail: without a broker nothing is known about running
/// on one.
/// </summary>
public sealed class Broker : IAsyncLifetime
{
    private const string None =
        "There is no RabbitMQ to test with: set TEST_AMQP to a broker that serves nothing but tests, or provide a Docker engine "
        + "that holds a rabbitmq image, or apt-get install rabbitmq-server.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private IAsyncDisposable? _ours;

    public Uri Address { get; private set; } = null!;

    /// <summary>The origin of the broker, for the test's output.</summary>
    public string Origin { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("TEST_AMQP") is { Length: > 0 } given)
        {
            (Address, Origin) = (new Uri(given), "TEST_AMQP");
            await Eventually.See($"the broker of TEST_AMQP answers.", Patience, () => LocalNode.Answers(Address));
        }
        else if (await ContainerBroker.Start() is { } container)
        {
            (_ours, Address, Origin) = (container, container.Address, "a container");
        }
        else if (await LocalCluster.Start() is { } cluster)
        {
            (_ours, Address, Origin) = (cluster, cluster.Nodes[0].Address, "a private node of the local rabbitmq-server");
        }
        else
        {
            throw new InvalidOperationException(None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_ours is { } ours)
        {
            await ours.DisposeAsync();
        }
    }

    /// <summary>Removes everything our services created in it.</summary>
    public Task Forget(IEnumerable<string> endpoints, IReadOnlyList<string>? others = null) =>
        With(async channel =>
        {
            foreach (var queue in others ?? [])
            {
                await channel.QueueDeleteAsync(queue);
            }

            foreach (var endpoint in endpoints)
            {
                foreach (var name in new[] { endpoint, $"{endpoint}_error", $"{endpoint}_skipped" })
                {
                    await channel.QueueDeleteAsync(name);
                    await channel.ExchangeDeleteAsync(name);
                }
            }

            return true;
        });

    /// <summary>The number of messages in a queue; null: no such queue.</summary>
    public async Task<uint?> Waiting(string queue)
    {
        try
        {
            return await With(async channel => (uint?)(await channel.QueueDeclarePassiveAsync(queue)).MessageCount);
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }

    private async Task<T> With<T>(Func<IChannel, Task<T>> act)
    {
        await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await act(channel);
    }
}

[CollectionDefinition(Name)]
public sealed class BrokerGroup : ICollectionFixture<Broker>
{
    public const string Name = "over a broker";
}
