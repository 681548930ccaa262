using FilingApi.Domain;
using FilingApi.Web;

namespace FilingApi.Features.Jobs;

/// <summary>The centre corrects a job, or makes it urgent. What is given out is not changed under the feet of who does it.</summary>
public static class ChangeJob
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/jobs/{id}", Handle)
            .RequireAccess("ChangeJob", Role.Centre)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.JobBackwards, Refusals.WrongJobMove, Refusals.JobGivenOut)
            .Produces<JobView>();
        api.MapPost("/jobs/{id}/urgent", MakeUrgent)
            .RequireAccess("MakeJobUrgent", Role.Centre)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongJobMove)
            .Produces<JobView>();
    }

    public static Task<Answer> Handle(string id, JobRequest request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.OnJob(caller, id, (job, live, now) => job.Change(request.ToBody(), live, caller.Actor, now), cancel);

    public static Task<Answer> MakeUrgent(string id, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.OnJob(caller, id, (job, _, now) => job.MakeUrgent(caller.Actor, now), cancel);
}
