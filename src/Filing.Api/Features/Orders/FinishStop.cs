using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Orders;

/// <summary>The work at a stop is done: its m³ are on the truck (R11).</summary>
public static class FinishStop
{
    /// <summary>m³ pumped; <c>mudDepth</c>: left behind, mm.</summary>
    public sealed record Request
    {
        public required decimal M3 { get; init; }
        public int? MudDepth { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.M3).Amount(0.001m, 200m, 3);
            RuleFor(request => request.MudDepth).Count(0, 10_000);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/orders/{number}/stops/{k}/done", Handle)
            .RequireAccess("FinishStop", Role.Hauler, Role.Centre)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongOrderMove, Refusals.WrongStopMove)
            .Produces<OrderView>();

    public static Task<Answer> Handle(
        string number,
        string k,
        Request request,
        WriteSession session,
        Caller caller,
        CancellationToken cancel
    ) =>
        session.OnStop(
            caller,
            number,
            k,
            (db, order, stop, now) => db.Finish(order, stop, request.M3, request.MudDepth, caller.Actor, now, cancel),
            cancel
        );
}
