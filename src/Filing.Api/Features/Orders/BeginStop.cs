using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Orders;

/// <summary>
/// The truck begins at a stop (R9): in order, with a live entry, and in a confined space with permit, watchers and gas
/// readings.
/// </summary>
public static class BeginStop
{
    /// <summary>All of it in a confined space; elsewhere nothing is asked.</summary>
    public sealed record Request
    {
        public string? Permit { get; init; }

        /// <summary>Names.</summary>
        public IReadOnlyList<string>? Watchers { get; init; }
        public Gas? Gas { get; init; }
    }

    /// <summary>O₂ in %, H₂S in mg/m³, combustibles in % of the lower explosive limit.</summary>
    public sealed record Gas
    {
        public decimal? O2 { get; init; }
        public decimal? H2s { get; init; }
        public decimal? Lel { get; init; }
        public DateTimeOffset? At { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        private const int MostWatchers = 10;

        public Rules()
        {
            RuleFor(request => request.Permit).Text(0, 100);
            RuleFor(request => request.Watchers)
                .Must(names => names is null || names.Count <= MostWatchers)
                .Refuse(Refusals.ItemCount, 0, MostWatchers);
            RuleForEach(request => request.Watchers).Text(0, 40);
            RuleFor(request => request.Gas == null ? null : request.Gas.O2).Amount(0, 100, 3).OverridePropertyName("gas.o2");
            RuleFor(request => request.Gas == null ? null : request.Gas.H2s).Amount(0, 10_000, 3).OverridePropertyName("gas.h2s");
            RuleFor(request => request.Gas == null ? null : request.Gas.Lel).Amount(0, 100, 3).OverridePropertyName("gas.lel");
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/orders/{number}/stops/{k}/begin", Handle)
            .RequireAccess("BeginStop", Role.Hauler, Role.Centre)
            .Refuses(
                Refusals.NotFound,
                Refusals.StaleVersion,
                Refusals.WrongOrderMove,
                Refusals.WrongStopMove,
                Refusals.StopOutOfOrder,
                Refusals.JobTakenBack,
                Refusals.NoValidEntry,
                Refusals.ConfinedSpace
            )
            .Produces<OrderView>();

    public static Task<Answer> Handle(
        string number,
        string k,
        Request? request,
        WriteSession session,
        Caller caller,
        CancellationToken cancel
    ) =>
        session.OnStop(
            caller,
            number,
            k,
            (db, order, stop, now) =>
                db.Begin(
                    order,
                    stop,
                    new ConfinedEntry(
                        request?.Permit,
                        request?.Watchers,
                        request?.Gas is { } gas ? new GasReading(gas.O2, gas.H2s, gas.Lel, gas.At) : null
                    ),
                    caller.Actor,
                    now,
                    cancel
                ),
            cancel
        );
}
