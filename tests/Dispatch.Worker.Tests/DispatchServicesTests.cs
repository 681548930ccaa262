using System.Collections.Concurrent;
using Contracts.Delivery;
using Contracts.Dispatch;
using DispatchWorker.Data;
using DispatchWorker.Settings;
using MassTransit;
using MassTransit.Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DispatchWorker.Tests;

/// <summary>All hosted services together, as a host runs them.</summary>
public sealed class DispatchServicesTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("worker").FullName;
    private readonly Sent _sent = new();
    private readonly ServiceProvider _services;

    public DispatchServicesTests() =>
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton<TimeProvider>(new HourLater())
            .AddSingleton<IMessagePublisher>(_sent)
            .AddDispatch(new DispatchSettings(Path.Combine(_folder, "dispatch.db")) { RunGrace = TimeSpan.FromMinutes(59) })
            .AddMediator(DispatchServices.Consumers.AddTo)
            .BuildServiceProvider();

    [Fact]
    public async Task A_sighting_sent_by_the_mediator_returns_a_judgement_and_a_run_and_leaves_the_outbox_empty()
    {
        await using var db = _services.GetRequiredService<IDbContextFactory<DispatchDb>>().CreateDbContext();
        await Schema.Apply(db, default);
        foreach (var hosted in _services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(default);
        }

        await _services.GetRequiredService<IMediator>().Publish(Make.Batch(0, Make.Sighting("a", 0)));
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (_sent.Messages.Count < 2 || await db.Set<OutboxRow>().AnyAsync())
        {
            await Task.Delay(10, bound.Token);
        }

        Assert.Equal(["a"], Assert.Single(_sent.Messages.OfType<SightingsJudged>()).Judgements.Select(judgement => judgement.Id));
        Assert.Equal(["a"], Assert.Single(_sent.Messages.OfType<RunsUpdated>()).Runs[0].Joined);
    }

    [Fact]
    public void The_writer_is_started_first_and_so_stopped_last() =>
        Assert.IsType<Writer<DispatchDb>>(_services.GetServices<IHostedService>().First());

    [Fact]
    public void Every_consumer_of_the_worker_has_its_queue_looked_at() =>
        Assert.Equal(
            [
                "dispatch-judge-confirmed-sighting",
                "dispatch-judge-sightings",
                "dispatch-keep-fleet",
                "dispatch-keep-jobs",
                "dispatch-keep-orders",
                "dispatch-keep-register-facts",
                "dispatch-keep-roster",
            ],
            DispatchServices.Consumers.Endpoints.Order(StringComparer.Ordinal)
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>().Reverse())
        {
            await hosted.StopAsync(default);
        }

        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class HourLater : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Make.At(60);
    }

    private sealed class Sent : IMessagePublisher
    {
        public ConcurrentQueue<object> Messages { get; } = [];

        public Task Publish(object message, Type type, Guid id, string? town, CancellationToken cancel)
        {
            Messages.Enqueue(message);
            return Task.CompletedTask;
        }
    }
}
