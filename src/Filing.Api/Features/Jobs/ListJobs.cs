using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Jobs;

/// <summary>The jobs of the caller's town, newest first; and one of them made urgent.</summary>
public static class ListJobs
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", Handle)
            .RequireAccess("ListJobs", Role.Centre, Role.Supervisor)
            .Takes(Parameter.Option<JobStatus>("status", "Where the job stands."), Parameter.Cursor)
            .Produces<Page<JobView>>();
        api.MapPost("/jobs/{id}/urgent", MakeUrgent)
            .RequireAccess("MakeJobUrgent", Role.Centre)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.JobGivenOut)
            .Produces<JobView>();
    }

    public static async Task<Answer> Handle(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel)
    {
        var query = new Query(http);
        var (status, cursor) = (query.Option<JobStatus>("status"), query.Cursor());
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var jobs = db.Jobs.AsNoTracking().Where(job => caller.Town == null || job.Town == caller.Town);
        if (status is not null)
        {
            jobs = jobs.Where(job => job.Status == status);
        }

        if (cursor is { At: var at, Key: var key })
        {
            jobs = jobs.Where(job => job.ReportedAt < at || (job.ReportedAt == at && job.Id.CompareTo(key) < 0));
        }

        var rows = await jobs.OrderByDescending(job => job.ReportedAt)
            .ThenByDescending(job => job.Id)
            .Take(Cursor.PageSize + 1)
            .ToListAsync(cancel);
        return Answer.Ok(Cursor.Page(rows, job => new Cursor(job.ReportedAt, job.Id), JobView.Of));
    }

    public static Task<Answer> MakeUrgent(string id, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.JobFor(caller, id, cancel) is not { } job)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (caller.Stale(job.Version) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                return job.MakeUrgent(caller.Actor, now) is { } refusal
                    ? Answer.Refused(caller, refusal)
                    : Answer.Ok(JobView.Of(job), job.Version);
            },
            cancel
        );

    public static async Task<Job?> JobFor(this FilingDb db, Caller caller, string id, CancellationToken cancel) =>
        await db.Jobs.FindAsync([id], cancel) is { } job && (caller.Town is null || job.Town == caller.Town) ? job : null;
}
