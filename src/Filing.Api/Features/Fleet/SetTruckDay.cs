using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Fleet;

/// <summary>
/// Hauler or centre says that a truck is on duty, off, or works other hours on a day; a breakdown is "off from now" (R9).
/// </summary>
public static class SetTruckDay
{
    public sealed record Request
    {
        public required bool OnDuty { get; init; }

        /// <summary>Other hours that day, as 08:00; left out: the ordinary ones.</summary>
        public string? ShiftFrom { get; init; }
        public string? ShiftTo { get; init; }
        public DateTimeOffset? OffFrom { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.ShiftFrom).IsTimeOfDay();
            RuleFor(request => request.ShiftTo).IsTimeOfDay();
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/fleet/trucks/{plate}/{colour}/days/{date}", Handle)
            .RequireAccess("SetTruckDay", Role.Hauler, Role.Centre)
            .Refuses(
                Refusals.NotFound,
                Refusals.StaleVersion,
                Refusals.EmptyHours,
                Refusals.HalfHours,
                Refusals.OffOnOtherDay,
                Refusals.HoursOfDayOff
            )
            .Produces<TruckDayView>();

    public static Task<Answer> Handle(
        string plate,
        string colour,
        string date,
        Request request,
        WriteSession session,
        Caller caller,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                if (FleetQueries.NoDay(date, out var on) is { } noDay)
                {
                    return Answer.Refused(caller, noDay);
                }

                if (await db.TruckFor(caller, plate, colour, cancel) is not { } truck)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                var known = await db.TruckDays.FindAsync([truck.Plate, truck.Colour, on], cancel);
                if (caller.Stale(known?.Version ?? 0) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                if (Faults(request, on).ToList() is { Count: > 0 } faults)
                {
                    return Answer.Refused(caller, faults);
                }

                var day =
                    known
                    ?? db.TruckDays.Add(
                        new TruckDay
                        {
                            Plate = truck.Plate,
                            Colour = truck.Colour,
                            Date = on,
                        }
                    ).Entity;
                (day.OnDuty, day.OffFrom) = (request.OnDuty, request.OffFrom);
                (day.ShiftFrom, day.ShiftTo) = (request.ShiftFrom?.ToTime(), request.ShiftTo?.ToTime());
                day.Set(known is null, caller.Actor, now);
                return Answer.Ok(TruckDayView.Of(day), day.Version);
            },
            cancel
        );

    private static IEnumerable<Refusal> Faults(Request request, DateOnly day)
    {
        if (!request.OnDuty && (request.ShiftFrom ?? request.ShiftTo) is not null)
        {
            yield return Refusals.HoursOfDayOff.At("/shiftFrom");
        }

        if (!request.OnDuty && request.OffFrom is not null)
        {
            yield return Refusals.HoursOfDayOff.At("/offFrom");
        }

        foreach (var fault in FleetQueries.HoursFaults(request.ShiftFrom, request.ShiftTo, "/shiftTo", mayPassMidnight: true))
        {
            yield return fault;
        }

        if (request.OffFrom is { } off && ChinaTime.DayOf(off) != day)
        {
            yield return Refusals.OffOnOtherDay.At(
                "/offFrom",
                day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            );
        }
    }
}
