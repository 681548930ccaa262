using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Jobs;

/// <summary>The centre enters what an inspection found; where there is work to do, the job comes with it (R9).</summary>
public static class ReportFinding
{
    public sealed record Request
    {
        public required string Section { get; init; }
        public required GeoPoint Point { get; init; }
        public Datum? Datum { get; init; }
        public required string Observed { get; init; }
        public string? Photo { get; init; }

        /// <summary>The work it asks for; left out: nothing to do.</summary>
        public ReportJob.Request? Job { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Section).Text(1, 100);
            RuleFor(request => request.Point).InChina();
            RuleFor(request => request.Observed).Text(1, 1000);
            RuleFor(request => request.Photo).Text(0, 500);
            RuleFor(request => request.Job!).SetValidator(new ReportJob.Rules()).When(request => request.Job is not null);
        }
    }

    public sealed record FindingView(
        long Id,
        string Town,
        string Section,
        GeoPoint Point,
        string Observed,
        string? Photo,
        DateTimeOffset At,
        JobView? Job
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/findings", Handle)
            .RequireAccess("ReportFinding", Role.Centre)
            .Refuses(Refusals.JobBackwards)
            .Produces<FindingView>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(Request request, WriteSession session, Caller caller, RosterIndex roster, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (request.Job is { } work && work.Latest < work.Earliest)
                {
                    return Answer.Refused(caller, Refusals.JobBackwards.At("/job/latest"));
                }

                var point = request.Point.ToWgs84(request.Datum);
                var finding = new Finding
                {
                    Town = caller.Town ?? roster.Now.Organisations[caller.Organisation].Town,
                    Section = request.Section,
                    Lat = point.Lat,
                    Lon = point.Lon,
                    Observed = request.Observed,
                    Photo = request.Photo,
                    At = now,
                    Account = caller.Account,
                };
                db.Findings.Add(finding);

                // The job names its finding: the number is the store's to give.
                await db.SaveChangesAsync(cancel);
                var job = request.Job is null ? null : await ReportJob.Add(db, request.Job, finding.Id, caller, roster, now, cancel);
                return Answer.Created(
                    new FindingView(
                        finding.Id,
                        finding.Town,
                        finding.Section,
                        point,
                        finding.Observed,
                        finding.Photo,
                        now,
                        job is null ? null : JobView.Of(job)
                    )
                );
            },
            cancel
        );
}
