using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;
using Testcontainers.RabbitMq;

namespace EndToEnd.Tests.Brokers;

/// <summary>RabbitMQ from an image that the local Docker engine already holds; nothing is pulled.</summary>
internal sealed class ContainerBroker : IAsyncDisposable
{
    private const string Image = "rabbitmq";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly RabbitMqContainer _container;

    private ContainerBroker(RabbitMqContainer container) => _container = container;

    public Uri Address => new(_container.GetConnectionString());

    /// <summary>Null: no engine answers, or it holds no image of RabbitMQ.</summary>
    public static async Task<ContainerBroker?> Start()
    {
        if (await FindImage() is not { } image) { return null; }

        var container = new RabbitMqBuilder(image).WithImagePullPolicy(PullPolicy.Never).Build();
        await container.StartAsync();
        return new ContainerBroker(container);
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    private static async Task<string?> FindImage()
    {
        if (TestcontainersSettings.OS.DockerEndpointAuthConfig is not { } endpoint) { return null; }

        try
        {
            using var patience = new CancellationTokenSource(Patience);
            using var docker = endpoint.GetDockerClientBuilder(Guid.NewGuid()).Build();
            var images = await docker.Images.ListImagesAsync(new ImagesListParameters(), patience.Token);
            return images.SelectMany(image => image.RepoTags ?? []).FirstOrDefault(tag => tag.StartsWith($"{Image}:", StringComparison.Ordinal));
        }
        catch (Exception away) when (away is HttpRequestException or DockerApiException or IOException or OperationCanceledException or System.Net.Sockets.SocketException)
        {
            return null;
        }
    }
}
