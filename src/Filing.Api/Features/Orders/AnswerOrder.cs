using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Orders;

/// <summary>The hauler takes an order on or declines it (R9); the centre may do it for him. Declining ends its entry.</summary>
public static class AnswerOrder
{
    public sealed record Because
    {
        public required string Reason { get; init; }
    }

    public sealed class Rules : AbstractValidator<Because>
    {
        public Rules() => RuleFor(request => request.Reason).Text(1, 1000);
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        RequireAccess(api.MapPost("/orders/{number}/confirmation", Confirm), "ConfirmOrder");
        RequireAccess(api.MapPost("/orders/{number}/decline", Decline), "DeclineOrder");
    }

    public static Task<Answer> Confirm(string number, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.OnOrder(
            caller,
            number,
            (_, order, now) => Task.FromResult<IReadOnlyList<Refusal>>(order.Confirm(caller.Actor, now) is { } refusal ? [refusal] : []),
            cancel
        );

    public static Task<Answer> Decline(string number, Because request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.OnOrder(
            caller,
            number,
            async (db, order, now) =>
            {
                var (refusal, fact) = order.Decline(request.Reason, caller.Actor, now);
                if (refusal is not null)
                {
                    return [refusal];
                }

                await db.Add(fact is null ? [] : [fact], cancel);
                await db.FollowJobs(order, order.Stops, "decline", caller.Actor, now, cancel);
                return [];
            },
            cancel
        );

    private static void RequireAccess(RouteHandlerBuilder endpoint, string name) =>
        endpoint
            .RequireAccess(name, Role.Hauler, Role.Centre)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongOrderMove)
            .Produces<OrderView>();
}
