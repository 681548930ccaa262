using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Configurations;

namespace EndToEnd.Tests.Brokers;

/// <summary>The images on the local Docker engine; nothing is pulled.</summary>
internal static class LocalImages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Null: no engine answers, or it has no such image.</summary>
    public static async Task<string?> Find(string name)
    {
        if (TestcontainersSettings.OS.DockerEndpointAuthConfig is not { } endpoint)
        {
            return null;
        }

        try
        {
            using var patience = new CancellationTokenSource(Patience);
            using var docker = endpoint.GetDockerClientBuilder(Guid.NewGuid()).Build();
            var images = await docker.Images.ListImagesAsync(new ImagesListParameters(), patience.Token);
            return images
                .SelectMany(image => image.RepoTags ?? [])
                .FirstOrDefault(tag => tag.StartsWith($"{name}:", StringComparison.Ordinal));
        }
        catch (Exception away)
            when (away
                    is HttpRequestException
                        or DockerApiException
                        or IOException
                        or OperationCanceledException
                        or System.Net.Sockets.SocketException
            )
        {
            return null;
        }
    }
}
