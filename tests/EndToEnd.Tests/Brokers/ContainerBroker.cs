using DotNet.Testcontainers.Images;
using Testcontainers.RabbitMq;

namespace EndToEnd.Tests.Brokers;

/// <summary>RabbitMQ from an image on the local Docker engine; nothing is pulled.</summary>
internal sealed class ContainerBroker : IAsyncDisposable
{
    private readonly RabbitMqContainer _container;

    private ContainerBroker(RabbitMqContainer container) => _container = container;

    public Uri Address => new(_container.GetConnectionString());

    /// <summary>Null: no engine answers, or it has no image of RabbitMQ.</summary>
    public static async Task<ContainerBroker?> Start()
    {
        if (await LocalImages.Find("rabbitmq") is not { } image)
        {
            return null;
        }

        var container = new RabbitMqBuilder(image).WithImagePullPolicy(PullPolicy.Never).Build();
        await container.StartAsync();
        return new ContainerBroker(container);
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
