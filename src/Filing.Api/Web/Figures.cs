using System.Diagnostics.Metrics;
using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;
using OpenTelemetry.Metrics;

namespace FilingApi.Web;

/// <summary>What <c>/metrics</c> tells operations. The store is looked at only when somebody asks.</summary>
public sealed class Figures
{
    public const string MeterName = "Filing";
    private readonly Counter<long> _verdicts;
    private readonly Counter<long> _questions;
    private readonly Counter<long> _sightings;

    public Figures(IMeterFactory meters, IDbContextFactory<FilingDb> contexts, TimeProvider clock)
    {
        var meter = meters.Create(MeterName);
        _verdicts = meter.CreateCounter<long>("filing.verdicts", description: "Verdicts by code");
        _questions = meter.CreateCounter<long>("filing.questions", description: "Questions, by who asks: office or public");
        _sightings = meter.CreateCounter<long>("filing.sightings", description: "Sightings accepted and judged");
        meter.CreateObservableGauge("filing.outbox.length", () => Read(contexts, db => db.Set<OutboxRow>().LongCount(row => row.ParkedAt == null)), description: "Messages that wait");
        meter.CreateObservableGauge("filing.outbox.age", () => Read(contexts, Age), "s", "Age of the oldest message that waits");
        meter.CreateObservableGauge("filing.deadlines.late", () => Read(contexts, db => Late(db, clock.GetUtcNow())), "s", "How long the oldest deadline that fell due has not been applied");
        meter.CreateObservableGauge("filing.parked", () => Read(contexts, db => db.Set<OutboxRow>().LongCount(row => row.ParkedAt != null) + db.Set<DeadlineRow>().LongCount(row => row.ParkedAt != null)), description: "Messages and deadlines that wait for a person");
    }

    public void Asked(VerdictCode code, bool isPublic)
    {
        _questions.Add(1, new KeyValuePair<string, object?>("who", isPublic ? "public" : "office"));
        _verdicts.Add(1, new KeyValuePair<string, object?>("code", code.Wire()));
    }

    public void Sightings(int count, string fate)
    {
        if (count > 0) { _sightings.Add(count, new KeyValuePair<string, object?>("fate", fate)); }
    }

    public static void AddTo(IServiceCollection services) =>
        services.AddSingleton<Figures>().AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(MeterName, WriterFigures.MeterName).AddPrometheusExporter());

    public static void Map(WebApplication app)
    {
        app.Services.GetRequiredService<Figures>();
        app.MapPrometheusScrapingEndpoint("/metrics").Offer("Metrics").DisableRateLimiting();
    }

    /// <summary>Deadlines are dated by the service's own clock.</summary>
    private static double Late(FilingDb db, DateTimeOffset now) =>
        db.Set<DeadlineRow>().AsNoTracking().Where(row => row.ParkedAt == null && row.DueAt < now).OrderBy(row => row.DueAt).Select(row => (DateTimeOffset?)row.DueAt).FirstOrDefault() is { } due ? (now - due).TotalSeconds : 0;

    private static double Age(FilingDb db) =>
        db.Set<OutboxRow>().AsNoTracking().Where(row => row.ParkedAt == null).OrderBy(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefault() is { } oldest ? AgeOf(oldest) : 0;

    /// <summary>Ids of messages begin with the moment they were made (UUID version 7).</summary>
    private static double AgeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var made = ((long)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes) << 16) | System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        return Math.Max(0, (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - made) / 1000.0);
    }

    private static T Read<T>(IDbContextFactory<FilingDb> contexts, Func<FilingDb, T> read)
    {
        using var db = contexts.CreateDbContext();
        return read(db);
    }
}
