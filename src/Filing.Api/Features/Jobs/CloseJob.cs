using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Jobs;

/// <summary>The centre accepts what was done, sends it back, or takes the job back before any of it has begun (R9).</summary>
public static class CloseJob
{
    public sealed record Because
    {
        public required string Reason { get; init; }
    }

    /// <summary><c>mudDepth</c>: measured afterwards, mm.</summary>
    public sealed record Acceptance
    {
        public int? MudDepth { get; init; }
    }

    /// <summary><c>m3</c>: the volume that is open again; left out: all.</summary>
    public sealed record SendBack
    {
        public required string Reason { get; init; }
        public decimal? M3 { get; init; }
    }

    public sealed class BecauseRules : AbstractValidator<Because>
    {
        public BecauseRules() => RuleFor(request => request.Reason).Text(1, 1000);
    }

    public sealed class AcceptanceRules : AbstractValidator<Acceptance>
    {
        public AcceptanceRules() => RuleFor(request => request.MudDepth).Count(0, 10_000);
    }

    public sealed class SendBackRules : AbstractValidator<SendBack>
    {
        public SendBackRules()
        {
            RuleFor(request => request.Reason).Text(1, 1000);
            RuleFor(request => request.M3).Amount(0.001m, 10_000m, 3);
        }
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        RequireAccess(api.MapPost("/jobs/{id}/cancellation", Cancel), "CancelJob");
        RequireAccess(api.MapPost("/jobs/{id}/acceptance", Accept), "AcceptJob");
        RequireAccess(api.MapPost("/jobs/{id}/return", Return), "ReturnJob");
    }

    public static Task<Answer> Cancel(string id, Because request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.OnJob(caller, id, (job, live, now) => job.Cancel(request.Reason, live, caller.Actor, now), cancel);

    public static Task<Answer> Accept(string id, Acceptance? request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.OnJob(caller, id, (job, live, now) => job.Accept(request?.MudDepth, live, caller.Actor, now), cancel);

    public static Task<Answer> Return(string id, SendBack request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.OnJob(caller, id, (job, live, now) => job.Return(request.Reason, request.M3, live, caller.Actor, now), cancel);

    private static void RequireAccess(RouteHandlerBuilder endpoint, string name) =>
        endpoint
            .RequireAccess(name, Role.Centre)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongJobMove)
            .Produces<JobView>();
}
