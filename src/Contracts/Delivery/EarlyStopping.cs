using Microsoft.Extensions.Hosting;

namespace Contracts.Delivery;

/// <summary>A loop that hands work to writers. It stops before any writer of either service, so that no closed writer gets work.</summary>
public abstract class EarlyStopping : BackgroundService, IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) => StopAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
