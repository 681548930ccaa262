using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Features.Filings;

namespace FilingApi.Features.Jobs;

/// <summary>A job as the centre sees it; the timeline where one job was asked for.</summary>
public sealed record JobView(
    string Id,
    JobStatus Status,
    int Version,
    string Town,
    string Section,
    GeoPoint Point,
    decimal M3,
    decimal LeftM3,
    int Minutes,
    JobKind Kind,
    Priority Priority,
    DateTimeOffset? Earliest,
    DateTimeOffset? Latest,
    bool Hard,
    IReadOnlyList<string> Equipment,
    IReadOnlyList<string> Crew,
    bool ConfinedSpace,
    string? Note,
    DateTimeOffset ReportedAt,
    string? CancelReason,
    string? ReturnReason,
    int? MudDepth,
    IReadOnlyList<JobStopView> Stops,
    IReadOnlyList<TimelineView>? Timeline
)
{
    public static JobView Of(Job job, IEnumerable<Order> orders, IReadOnlyList<TimelineView>? timeline = null) =>
        new(
            job.Id,
            job.Status,
            job.Version,
            job.Town,
            job.Section,
            job.Point,
            job.M3,
            job.LeftM3,
            job.WorkMinutes,
            job.Kind,
            job.Priority,
            job.Earliest,
            job.Latest,
            job.Hard,
            job.Equipment,
            job.Crew,
            job.ConfinedSpace,
            job.Note,
            job.ReportedAt,
            job.CancelReason,
            job.ReturnReason,
            job.MudDepthMm,
            [
                .. orders
                    .OrderBy(order => order.PublishedAt)
                    .ThenBy(order => order.Number, StringComparer.Ordinal)
                    .SelectMany(order =>
                        order.Stops.Where(stop => stop.Job == job.Id).OrderBy(stop => stop.K).Select(stop => JobStopView.Of(order, stop))
                    ),
            ],
            timeline
        );
}

/// <summary>A share of the job in an order; <c>live</c> while it holds its volume.</summary>
public sealed record JobStopView(
    string Order,
    int K,
    decimal M3,
    StopState State,
    bool Live,
    string Plate,
    PlateColour Colour,
    DateTimeOffset Departure,
    DateTimeOffset? DoneAt,
    decimal? DoneM3
)
{
    public static JobStopView Of(Order order, OrderStop stop) =>
        new(
            order.Number,
            stop.K,
            stop.M3,
            stop.State,
            order.IsLive(stop),
            order.Plate,
            order.Colour,
            order.Departure,
            stop.DoneAt,
            stop.DoneM3
        );
}
