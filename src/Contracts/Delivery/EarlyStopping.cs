using Microsoft.Extensions.Hosting;

namespace Contracts.Delivery;

/// <summary>
/// A loop that hands work to writers: it stops before any writer does, whichever service it belongs to, so that nothing is handed to
/// a closed one.
/// </summary>
public abstract class EarlyStopping : BackgroundService, IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) => StopAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
