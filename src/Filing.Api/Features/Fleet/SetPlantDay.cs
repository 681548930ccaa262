using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Fleet;

/// <summary>The centre says what a plant takes on one day, or that it is closed (R9).</summary>
public static class SetPlantDay
{
    /// <summary>Left out: as on its ordinary days. m³ that day.</summary>
    public sealed record Request
    {
        public required bool Open { get; init; }
        public int? Bays { get; init; }
        public string? Opens { get; init; }
        public string? Closes { get; init; }
        public decimal? M3 { get; init; }
        public DateTimeOffset? ClosedFrom { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Bays).Count(1, 100);
            RuleFor(request => request.Opens).IsTimeOfDay();
            RuleFor(request => request.Closes).IsTimeOfDay();
            RuleFor(request => request.M3).Amount(0, 100_000, 3);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/fleet/plants/{code}/days/{date}", Handle)
            .RequireAccess("SetPlantDay", Role.Centre)
            .Refuses(
                Refusals.NotFound,
                Refusals.StaleVersion,
                Refusals.EmptyHours,
                Refusals.HalfHours,
                Refusals.OffOnOtherDay,
                Refusals.HoursOfDayOff
            )
            .Produces<PlantDayView>();

    public static Task<Answer> Handle(
        string code,
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

                if (await db.Plants.FindAsync([code], cancel) is not { } plant)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                var known = await db.PlantDays.FindAsync([code, on], cancel);
                if (caller.Stale(known?.Version ?? 0) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                if (Faults(request, on).ToList() is { Count: > 0 } faults)
                {
                    return Answer.Refused(caller, faults);
                }

                var day = known ?? db.PlantDays.Add(new PlantDay { Plant = plant.Code, Date = on }).Entity;
                (day.Open, day.Bays, day.M3, day.ClosedFrom) = (request.Open, request.Bays, request.M3, request.ClosedFrom);
                (day.Opens, day.Closes) = (request.Opens?.ToTime(), request.Closes?.ToTime());
                day.Set(known is null, caller.Actor, now);
                return Answer.Ok(PlantDayView.Of(day), day.Version);
            },
            cancel
        );

    private static IEnumerable<Refusal> Faults(Request request, DateOnly day)
    {
        if (!request.Open && (request.Opens ?? request.Closes) is not null)
        {
            yield return Refusals.HoursOfDayOff.At("/opens");
        }

        if (!request.Open && request.ClosedFrom is not null)
        {
            yield return Refusals.HoursOfDayOff.At("/closedFrom");
        }

        foreach (var fault in FleetQueries.HoursFaults(request.Opens, request.Closes, "/closes", mayPassMidnight: false))
        {
            yield return fault;
        }

        if (request.ClosedFrom is { } closed && ChinaTime.DayOf(closed) != day)
        {
            yield return Refusals.OffOnOtherDay.At(
                "/closedFrom",
                day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            );
        }
    }
}
