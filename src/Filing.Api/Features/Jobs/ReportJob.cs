using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Register;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Jobs;

/// <summary>The centre enters a municipal pipe job by hand (R9).</summary>
public static class ReportJob
{
    /// <summary>Volume in m³, work in minutes; <c>earliest</c> and <c>latest</c> are the bounds of its start.</summary>
    public sealed record Request
    {
        public required string Section { get; init; }
        public required GeoPoint Point { get; init; }
        public Datum? Datum { get; init; }
        public required decimal M3 { get; init; }
        public required int Minutes { get; init; }
        public Priority Priority { get; init; }
        public DateTimeOffset? Earliest { get; init; }
        public DateTimeOffset? Latest { get; init; }
        public IReadOnlyList<string>? Equipment { get; init; }
        public string? Note { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Section).Text(1, 100);
            RuleFor(request => request.Point).InChina();
            RuleFor(request => request.M3).Amount(0.001m, 10_000m, 3);
            RuleFor(request => request.Minutes).Count(1, 10_000);
            RuleFor(request => request.Equipment)
                .Must(equipment => equipment is null || equipment.Count <= 20)
                .Refuse(Refusals.ItemCount, 0, 20);
            RuleForEach(request => request.Equipment).Text(1, 40);
            RuleFor(request => request.Note).Text(0, 1000);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/jobs", Handle)
            .RequireAccess("ReportJob", Role.Centre)
            .Refuses(Refusals.JobBackwards)
            .Produces<JobView>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(Request request, WriteSession session, Caller caller, RosterIndex roster, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (request.Latest < request.Earliest)
                {
                    return Answer.Refused(caller, Refusals.JobBackwards.At("/latest"));
                }

                var job = await Add(db, request, null, caller, roster, now, cancel);
                return Answer.Created(JobView.Of(job), job.Version);
            },
            cancel
        );

    public static async Task<Job> Add(
        FilingDb db,
        Request request,
        long? finding,
        Caller caller,
        RosterIndex roster,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var town = caller.Town ?? roster.Now.Organisations[caller.Organisation].Town;
        var point = request.Point.ToWgs84(request.Datum);
        var job = new Job
        {
            Id = await db.NextNumber("GD", town, now, cancel),
            Town = town,
            Section = request.Section,
            Lat = point.Lat,
            Lon = point.Lon,
            M3 = request.M3,
            WorkMinutes = request.Minutes,
            Priority = request.Priority,
            Earliest = request.Earliest,
            Latest = request.Latest,
            Equipment = request.Equipment ?? [],
            Note = request.Note,
            ReportedAt = now,
            ReportedBy = caller.Account,
            Finding = finding,
        };
        job.Begin("report", caller.Actor, now);
        db.Jobs.Add(job);
        return job;
    }
}

/// <summary>A job as the centre sees it.</summary>
public sealed record JobView(
    string Id,
    JobStatus Status,
    int Version,
    Priority Priority,
    string Town,
    string Section,
    GeoPoint Point,
    decimal M3,
    int Minutes,
    DateTimeOffset? Earliest,
    DateTimeOffset? Latest,
    IReadOnlyList<string> Equipment,
    string? Note,
    DateTimeOffset ReportedAt,
    long? Finding
)
{
    public static JobView Of(Job job) =>
        new(
            job.Id,
            job.Status,
            job.Version,
            job.Priority,
            job.Town,
            job.Section,
            job.Point,
            job.M3,
            job.WorkMinutes,
            job.Earliest,
            job.Latest,
            job.Equipment,
            job.Note,
            job.ReportedAt,
            job.Finding
        );
}
