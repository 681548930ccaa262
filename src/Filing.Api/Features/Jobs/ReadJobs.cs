using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Jobs;

/// <summary>The jobs of the caller's towns, newest first, and one of them with its timeline.</summary>
public static class ReadJobs
{
    private static readonly Paging<Job> Pages = Paging<Job>.NewestFirst(job => job.ReportedAt, job => job.Id);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", Handle)
            .RequireAccess("ListJobs", Role.Centre, Role.Supervisor)
            .Takes(
                Parameter.Option<JobStatus>("status", "Where the job is."),
                Parameter.Day("date", "A day that the bounds of the job's start touch."),
                Parameter.Cursor
            )
            .Produces<Page<JobView>>();
        api.MapGet("/jobs/{id}", HandleOne)
            .RequireAccess("ReadJob", Role.Centre, Role.Supervisor)
            .Refuses(Refusals.NotFound)
            .Produces<JobView>();
    }

    public static async Task<Answer> Handle(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel)
    {
        var query = new Query(http);
        var (status, day, cursor) = (query.Option<JobStatus>("status"), query.Day("date"), query.Cursor());
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var jobs = db.Jobs.AsNoTracking().InTownsOf(caller);
        if (status is not null)
        {
            jobs = jobs.Where(job => job.Status == status);
        }

        if (day is { } date)
        {
            // R9: every day that earliest–latest touches; without either, every day from its making on.
            var (from, until) = (ChinaTime.At(date), ChinaTime.At(date.AddDays(1)));
            jobs = jobs.Where(job =>
                (job.Earliest < until || (job.Earliest == null && job.ReportedAt < until)) && (job.Latest == null || job.Latest >= from)
            );
        }

        var rows = await Pages.Rows(jobs, cursor, cancel);
        var ids = rows.Select(job => job.Id).ToArray();
        var orders = await db.Orders.AsNoTracking().Where(order => order.Stops.Any(stop => ids.Contains(stop.Job))).ToListAsync(cancel);
        var ofJob = orders
            .SelectMany(order => order.Stops.Select(stop => stop.Job).Distinct().Select(job => (Job: job, Order: order)))
            .ToLookup(pair => pair.Job, pair => pair.Order, StringComparer.Ordinal);
        return Answer.Ok(Pages.ToPage(rows, job => JobView.Of(job, ofJob[job.Id])));
    }

    public static async Task<Answer> HandleOne(string id, FilingDb db, Caller caller, CancellationToken cancel)
    {
        if (await db.JobFor(caller, id, cancel) is not { } job)
        {
            return Answer.Refused(caller, Refusals.NotFound.With());
        }

        var timeline = await db.TimelineOf(job, cancel);
        return Answer.Ok(
            JobView.Of(job, await db.OrdersOfJob(id, cancel), [.. timeline.Select(entry => TimelineView.Of(entry, conflict => conflict))]),
            job.Version
        );
    }
}
