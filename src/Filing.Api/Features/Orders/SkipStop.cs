using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Orders;

/// <summary>A stop is left out, begun or not: its volume is open again (R9).</summary>
public static class SkipStop
{
    public sealed record Request
    {
        public required string Reason { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules() => RuleFor(request => request.Reason).Text(1, 1000);
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/orders/{number}/stops/{k}/skip", Handle)
            .RequireAccess("SkipStop", Role.Hauler, Role.Centre)
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
            (db, order, stop, now) => db.Skip(order, stop, request.Reason, caller.Actor, now, cancel),
            cancel
        );
}
