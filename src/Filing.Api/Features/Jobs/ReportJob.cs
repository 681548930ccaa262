using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;

namespace FilingApi.Features.Jobs;

/// <summary>The centre enters a municipal pipe job by hand (R9).</summary>
public static class ReportJob
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/jobs", Handle)
            .RequireAccess("ReportJob", Role.Centre)
            .Refuses(Refusals.JobBackwards)
            .Produces<JobView>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(
        JobRequest request,
        WriteSession session,
        Caller caller,
        RosterIndex roster,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                var job = await db.Report(request.ToBody(), caller, roster, now, cancel);
                return Answer.Created(JobView.Of(job, []), job.Version);
            },
            cancel
        );

    /// <summary>A job belongs to the town of the office that enters it.</summary>
    public static async Task<Job> Report(
        this FilingDb db,
        JobBody body,
        Caller caller,
        RosterIndex roster,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var town = roster.Now.Organisations[caller.Organisation].Town;
        var job = Job.Report(await db.NextNumber("GD", town, now, cancel), town, body, caller.Actor, now);
        db.Jobs.Add(job);
        return job;
    }
}
