using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Orders;

/// <summary>What becomes of an order (R9): its hauler takes it on or declines it and says when it is done; the centre approves, or sends it back with a reason. The job goes with it.</summary>
public static class MoveOrder
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
        RequireAccess(api.MapPost("/orders/{number}/acceptance", Accept), "AcceptOrder", Role.Hauler);
        RequireAccess(api.MapPost("/orders/{number}/decline", Decline), "DeclineOrder", Role.Hauler);
        RequireAccess(api.MapPost("/orders/{number}/done", Finish), "FinishOrder", Role.Hauler);
        RequireAccess(api.MapPost("/orders/{number}/approval", Approve), "ApproveOrder", Role.Centre);
        RequireAccess(api.MapPost("/orders/{number}/return", Return), "ReturnOrder", Role.Centre);
    }

    public static Task<Answer> Accept(string number, WriteSession session, Caller caller, CancellationToken cancel) =>
        Move(number, OrderAct.Accept, null, session, caller, cancel);

    /// <summary>Its entry ends, as when the centre cancels it: the truck is not to be out for it.</summary>
    public static Task<Answer> Decline(string number, Because request, WriteSession session, Caller caller, CancellationToken cancel) =>
        Move(number, OrderAct.Decline, request.Reason, session, caller, cancel);

    public static Task<Answer> Finish(string number, WriteSession session, Caller caller, CancellationToken cancel) =>
        Move(number, OrderAct.Finish, null, session, caller, cancel);

    public static Task<Answer> Approve(string number, WriteSession session, Caller caller, CancellationToken cancel) =>
        Move(number, OrderAct.Approve, null, session, caller, cancel);

    public static Task<Answer> Return(string number, Because request, WriteSession session, Caller caller, CancellationToken cancel) =>
        Move(number, OrderAct.Return, request.Reason, session, caller, cancel);

    public static async Task<Order?> OrderFor(this FilingDb db, Caller caller, string number, CancellationToken cancel) =>
        await db.Orders.FindAsync([number], cancel) is { } order
        && (caller.Role == Role.Hauler ? order.Hauler == caller.Organisation : caller.Town is null || order.Town == caller.Town)
            ? order
            : null;

    /// <summary>An order that a job was given out with takes the job along; one by hand without a job has none.</summary>
    public static async Task TakeJobAlong(this FilingDb db, Order order, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (order.Job is { } id && await db.Jobs.FindAsync([id], cancel) is { } job)
        {
            job.Follow(order.Status, actor, now);
        }
    }

    private static Task<Answer> Move(
        string number,
        OrderAct act,
        string? reason,
        WriteSession session,
        Caller caller,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.OrderFor(caller, number, cancel) is not { } order)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (caller.Stale(order.Version) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                var (refusal, fact) = order.Move(act, reason, caller.Actor, now);
                if (refusal is not null)
                {
                    return Answer.Refused(caller, refusal);
                }

                if (fact is not null)
                {
                    await db.Add([fact], cancel);
                }

                await db.TakeJobAlong(order, caller.Actor, now, cancel);
                return Answer.Ok(OrderView.Of(order), order.Version);
            },
            cancel
        );

    private static void RequireAccess(RouteHandlerBuilder endpoint, string name, Role role) =>
        endpoint.RequireAccess(name, role).Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongOrderMove).Produces<OrderView>();
}
