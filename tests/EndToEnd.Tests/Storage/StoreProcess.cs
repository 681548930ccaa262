using System.Collections.Concurrent;
using Contracts.Delivery;
using Contracts.Filing;
using DispatchWorker;
using DispatchWorker.Data;
using DispatchWorker.Settings;
using EndToEnd.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests.Storage;

/// <summary>One worker process over a store. Its publisher records what it sends; a deadline that falls due emits a message.</summary>
internal sealed class StoreProcess : IAsyncDisposable, IMessagePublisher, IDeadlineActs<DispatchDb>
{
    private readonly ServiceProvider _services;
    private readonly string _store;
    private readonly ConcurrentQueue<string> _sent;
    private readonly List<IHostedService> _running = [];

    public StoreProcess(string store, ConcurrentQueue<string> sent)
    {
        (_store, _sent) = (store, sent);
        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddMetrics()
            .AddDispatch(new DispatchSettings(store))
            .AddSingleton<IMessagePublisher>(this)
            .AddSingleton<IDeadlineActs<DispatchDb>>(this)
            .AddSingleton<SharedStore>()
            .BuildServiceProvider();
    }

    public Writer<DispatchDb> Writer => Get<Writer<DispatchDb>>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public DispatchDb Db() => Get<IDbContextFactory<DispatchDb>>().CreateDbContext();

    /// <summary>Makes the store's schema and empties its tables.</summary>
    public async Task Reset()
    {
        await using var db = Db();
        await DispatchStore.Open(db, _store, default);
        await db.Sightings.ExecuteDeleteAsync();
        await db.Set<OutboxRow>().ExecuteDeleteAsync();
        await db.Set<InboxRow>().ExecuteDeleteAsync();
        await db.Set<DeadlineRow>().ExecuteDeleteAsync();
    }

    public async Task Start<T>()
        where T : class, IHostedService
    {
        _running.Add(Get<T>());
        await Get<T>().StartAsync(default);
    }

    Task IMessagePublisher.Publish(object message, Type type, Guid id, string? town, CancellationToken cancel)
    {
        _sent.Enqueue(((ReviewEnded)message).Number);
        return Task.CompletedTask;
    }

    Task IDeadlineActs<DispatchDb>.Apply(DispatchDb db, DeadlineRow deadline, CancellationToken cancel)
    {
        db.Emit(Ended(deadline.Key));
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(_running))
        {
            await service.StopAsync(default);
        }

        await _services.DisposeAsync();
    }

    public static ReviewEnded Ended(string number) =>
        new()
        {
            Number = number,
            Version = 1,
            Town = "430181117",
            Outcome = "recorded",
            EndedAt = Make.Now(),
        };
}
