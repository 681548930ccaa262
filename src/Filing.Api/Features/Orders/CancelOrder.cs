using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Orders;

/// <summary>The centre takes an order back until its entry ends, but not once a stop has begun (R9).</summary>
public static class CancelOrder
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
        api.MapPost("/orders/{number}/cancellation", Handle)
            .RequireAccess("CancelOrder", Role.Centre)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.OrderOver, Refusals.OrderCancelled, Refusals.WrongOrderMove)
            .Produces<OrderView>();

    public static Task<Answer> Handle(string number, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.OnOrder(
            caller,
            number,
            async (db, order, now) =>
            {
                var (refusal, fact) = order.Cancel(request.Reason, caller.Actor, now);
                if (refusal is not null)
                {
                    return [refusal];
                }

                await db.Add(fact is null ? [] : [fact], cancel);
                await db.FollowJobs(order, order.Stops, "cancel", caller.Actor, now, cancel);
                return [];
            },
            cancel
        );
}
