using Contracts.Delivery;
using DispatchWorker.Data;
using DispatchWorker.Schedules;
using DispatchWorker.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DispatchWorker;

/// <summary>
/// The worker's services, for a process of its own or inside another. Whoever composes them adds an <see cref="IMessagePublisher"/>
/// and creates the store.
/// </summary>
public static class DispatchServices
{
    public const string QueuePrefix = "dispatch";

    public static readonly ServiceConsumers Consumers = new(typeof(DispatchServices).Assembly, QueuePrefix);

    public static IServiceCollection AddDispatch(this IServiceCollection services, DispatchSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddDbContextFactory<DispatchDb>(
            (provider, options) =>
            {
                DispatchStore.Use(options, settings.Store, settings.Durable);
                if (provider.GetService<DeadlineHorizon<DispatchDb>>() is { } horizon)
                {
                    options.AddInterceptors(horizon);
                }
            }
        );
        services.AddSingleton<IDeadlineActs<DispatchDb>, DispatchDeadlines>();
        services.AddSingleton<IWriteHooks<DispatchDb>, WakeDispatcher>();
        services.AddSingleton<Deadlines<DispatchDb>>().AddStoreMetrics<DispatchDb>();

        // Hosts stop in reverse: the writer is the last to go.
        return services.AddHosted<Writer<DispatchDb>>().AddHosted<Dispatcher<DispatchDb>>().AddHosted<DeadlineSweep<DispatchDb>>();
    }

    private static IServiceCollection AddHosted<T>(this IServiceCollection services)
        where T : class, IHostedService => services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());
}
