using System.Diagnostics.Metrics;

namespace Contracts.Delivery;

/// <summary>Metrics of the writers of this process: groups and commits.</summary>
public static class WriterMetrics
{
    public const string MeterName = "Delivery";
    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<int> Groups = Meter.CreateHistogram<int>("writer.group.size", description: "Requests per commit");
    private static readonly Histogram<double> Commits = Meter.CreateHistogram<double>(
        "writer.commit.time",
        "s",
        "Time of one group from its first read to its commit",
        null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5] }
    );

    public static void Committed(string store, int requests, TimeSpan took)
    {
        var of = new KeyValuePair<string, object?>("store", store);
        Groups.Record(requests, of);
        Commits.Record(took.TotalSeconds, of);
    }
}
