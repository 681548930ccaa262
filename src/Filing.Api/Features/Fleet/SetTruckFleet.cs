using FilingApi.Domain;
using FilingApi.Features.Jobs;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Fleet;

/// <summary>Hauler or centre says how a truck ordinarily works (R9).</summary>
public static class SetTruckFleet
{
    /// <summary>
    /// Times of day as 08:00; a shift that ends before it begins ends on the next day. <c>depot</c> left out: the owner's
    /// nearest; <c>kinds</c>: all.
    /// </summary>
    public sealed record Request
    {
        public string? Depot { get; init; }
        public required string ShiftFrom { get; init; }
        public required string ShiftTo { get; init; }
        public IReadOnlyList<Break>? Breaks { get; init; }
        public int OvertimeMinutes { get; init; }
        public IReadOnlyList<string>? Equipment { get; init; }
        public IReadOnlyList<string>? Crew { get; init; }
        public IReadOnlyList<JobKind>? Kinds { get; init; }
    }

    /// <summary>A rest of <c>minutes</c> somewhere between two times of day.</summary>
    public sealed record Break
    {
        public required string From { get; init; }
        public required string To { get; init; }
        public required int Minutes { get; init; }

        internal FleetBreak ToBreak() => new(From.ToTime(), To.ToTime(), Minutes);
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        private const int MostBreaks = 5;

        public Rules()
        {
            RuleFor(request => request.Depot).Text(1, 40);
            RuleFor(request => request.ShiftFrom).IsTimeOfDay();
            RuleFor(request => request.ShiftTo).IsTimeOfDay();
            RuleFor(request => request.Breaks)
                .Must(breaks => breaks is null || breaks.Count <= MostBreaks)
                .Refuse(Refusals.ItemCount, 0, MostBreaks);
            RuleForEach(request => request.Breaks).SetValidator(new BreakRules());
            RuleFor(request => request.OvertimeMinutes).Count(0, 720);
            RuleFor(request => request.Equipment).FewWords();
            RuleForEach(request => request.Equipment).Text(1, 40);
            RuleFor(request => request.Crew).FewWords();
            RuleForEach(request => request.Crew).Text(1, 40);
        }
    }

    internal sealed class BreakRules : AbstractValidator<Break>
    {
        public BreakRules()
        {
            RuleFor(rest => rest.From).IsTimeOfDay();
            RuleFor(rest => rest.To).IsTimeOfDay();
            RuleFor(rest => rest.Minutes).Count(1, 720);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/fleet/trucks/{plate}/{colour}", Handle)
            .RequireAccess("SetTruckFleet", Role.Hauler, Role.Centre)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.UnknownReference, Refusals.EmptyHours, Refusals.BreakOutsideShift)
            .Produces<TruckFleetView>();

    public static Task<Answer> Handle(
        string plate,
        string colour,
        Request request,
        WriteSession session,
        Caller caller,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.TruckFor(caller, plate, colour, cancel) is not { } truck)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                var known = await db.TruckFleets.FindAsync([truck.Plate, truck.Colour], cancel);
                if (caller.Stale(known?.Version ?? 0) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                var faults = Faults(request).ToList();
                if (
                    request.Depot is { } code
                    && !await db.Depots.AnyAsync(depot => depot.Code == code && (depot.Owner == null || depot.Owner == truck.Owner), cancel)
                )
                {
                    faults.Add(Refusals.UnknownReference.At("/depot", Shape.Shorten(code)));
                }

                if (faults.Count > 0)
                {
                    return Answer.Refused(caller, faults);
                }

                var fleet = known ?? db.TruckFleets.Add(new TruckFleet { Plate = truck.Plate, Colour = truck.Colour }).Entity;
                Take(request, fleet);
                fleet.Set(known is null, caller.Actor, now);
                return Answer.Ok(TruckFleetView.Of(truck, fleet, null), fleet.Version);
            },
            cancel
        );

    /// <summary>An act on a row that may be new with it.</summary>
    internal static void Set(this Subject row, bool isNew, Actor actor, DateTimeOffset now)
    {
        if (isNew)
        {
            row.Begin("set", actor, now);
        }
        else
        {
            row.Log("set", actor, now);
        }
    }

    private static IEnumerable<Refusal> Faults(Request request)
    {
        var (from, to) = (request.ShiftFrom.ToTime(), request.ShiftTo.ToTime());
        if (from == to)
        {
            yield return Refusals.EmptyHours.At("/shiftTo");
            yield break;
        }

        var breaks = request.Breaks ?? [];
        for (var i = 0; i < breaks.Count; i++)
        {
            if (!breaks[i].ToBreak().FitsInto(from, to))
            {
                yield return Refusals.BreakOutsideShift.At($"/breaks/{i}", breaks[i].Minutes);
            }
        }
    }

    private static void Take(Request request, TruckFleet fleet)
    {
        (fleet.Depot, fleet.ShiftFrom, fleet.ShiftTo) = (request.Depot, request.ShiftFrom.ToTime(), request.ShiftTo.ToTime());
        fleet.Breaks = [.. (request.Breaks ?? []).Select(rest => rest.ToBreak())];
        fleet.OvertimeMinutes = request.OvertimeMinutes;
        (fleet.Equipment, fleet.Crew, fleet.Kinds) = (request.Equipment ?? [], request.Crew ?? [], request.Kinds ?? []);
    }
}
