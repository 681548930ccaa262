using System.Buffers.Binary;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Contracts.Delivery;

/// <summary>The backlog of one store: messages, deadlines and parked rows. The store is queried only at a scrape.</summary>
public sealed class StoreMetrics
{
    private readonly Func<DbContext> _open;
    private readonly TimeProvider _clock;

    public StoreMetrics(string store, Func<DbContext> open, IMeterFactory meters, TimeProvider clock)
    {
        (_open, _clock) = (open, clock);
        var meter = meters.Create(WriterMetrics.MeterName);
        var of = new[] { new KeyValuePair<string, object?>("store", store) };
        meter.CreateObservableGauge(
            "store.outbox.length",
            () => new Measurement<long>(Read(db => db.Set<OutboxRow>().LongCount(row => row.ParkedAt == null)), of),
            description: "Messages that wait"
        );
        meter.CreateObservableGauge(
            "store.outbox.age",
            () => new Measurement<double>(Read(Age), of),
            "s",
            "Age of the oldest message that waits"
        );
        meter.CreateObservableGauge(
            "store.deadlines.late",
            () => new Measurement<double>(Read(Late), of),
            "s",
            "How long the oldest deadline that fell due has not been applied"
        );
        meter.CreateObservableGauge(
            "store.parked",
            () => new Measurement<long>(Read(Parked), of),
            description: "Messages and deadlines that wait for a person"
        );
    }

    private static long Parked(DbContext db) =>
        db.Set<OutboxRow>().LongCount(row => row.ParkedAt != null) + db.Set<DeadlineRow>().LongCount(row => row.ParkedAt != null);

    /// <summary>Deadlines use the service's clock.</summary>
    private double Late(DbContext db)
    {
        var now = _clock.GetUtcNow();
        return
            db.Set<DeadlineRow>()
                .AsNoTracking()
                .Where(row => row.ParkedAt == null && row.DueAt < now)
                .OrderBy(row => row.DueAt)
                .Select(row => (DateTimeOffset?)row.DueAt)
                .FirstOrDefault()
                is { } due
            ? (now - due).TotalSeconds
            : 0;
    }

    private static double Age(DbContext db) =>
        db.Set<OutboxRow>()
            .AsNoTracking()
            .Where(row => row.ParkedAt == null)
            .OrderBy(row => row.Id)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefault()
            is { } oldest
            ? AgeOf(oldest)
            : 0;

    /// <summary>Message ids begin with their creation time (UUID version 7).</summary>
    private static double AgeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var made = ((long)BinaryPrimitives.ReadUInt32BigEndian(bytes) << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        return Math.Max(0, (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - made) / 1000.0);
    }

    private T Read<T>(Func<DbContext, T> read)
    {
        using var db = _open();
        return read(db);
    }
}

/// <summary>What both programs publish at <c>/metrics</c> about their stores, writers and queues.</summary>
public static class DeliveryMetrics
{
    public static OpenTelemetryBuilder AddStoreMeters(this IServiceCollection services) =>
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(WriterMetrics.MeterName).AddPrometheusExporter());

    public static IServiceCollection AddStoreMetrics<TDb>(this IServiceCollection services)
        where TDb : DbContext =>
        services.AddSingleton(provider => new StoreMetrics(
            typeof(TDb).Name,
            provider.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext,
            provider.GetRequiredService<IMeterFactory>(),
            provider.GetRequiredService<TimeProvider>()
        ));

    public static IEndpointConventionBuilder MapMetrics(this WebApplication app)
    {
        // Creates the gauges: nothing else resolves them, and a gauge that is never created is not published.
        _ = app.Services.GetServices<StoreMetrics>().ToList();
        return app.MapPrometheusScrapingEndpoint("/metrics");
    }
}
