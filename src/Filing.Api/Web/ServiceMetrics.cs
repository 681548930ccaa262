using System.Diagnostics.Metrics;
using Contracts.Delivery;
using Contracts.Register;

namespace FilingApi.Web;

/// <summary>The service's metrics at <c>/metrics</c>. <see cref="StoreMetrics"/> has the backlog of the stores.</summary>
public sealed class ServiceMetrics
{
    public const string MeterName = "Filing";
    private readonly Counter<long> _verdicts;
    private readonly Counter<long> _questions;
    private readonly Counter<long> _sightings;

    public ServiceMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _verdicts = meter.CreateCounter<long>("filing.verdicts", description: "Verdicts by code");
        _questions = meter.CreateCounter<long>("filing.questions", description: "Questions, by who asks: office or public");
        _sightings = meter.CreateCounter<long>("filing.sightings", description: "Sightings accepted and judged");
    }

    public void Asked(VerdictCode code, bool isPublic)
    {
        _questions.Add(1, new KeyValuePair<string, object?>("who", isPublic ? "public" : "office"));
        _verdicts.Add(1, new KeyValuePair<string, object?>("code", code.Wire()));
    }

    public void Sightings(int count, string fate)
    {
        if (count > 0)
        {
            _sightings.Add(count, new KeyValuePair<string, object?>("fate", fate));
        }
    }

    public static void AddTo(IServiceCollection services) =>
        services.AddSingleton<ServiceMetrics>().AddStoreMeters().WithMetrics(metrics => metrics.AddMeter(MeterName));

    public static void Map(WebApplication app)
    {
        app.Services.GetRequiredService<ServiceMetrics>();
        app.MapMetrics().AllowAnyone("Metrics").DisableRateLimiting();
    }
}
