using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Fleet;

/// <summary>The centre says what a plant ordinarily takes of municipal loads (R9).</summary>
public static class SetPlantFleet
{
    /// <summary>Left out: the roster's hours, no limit. m³ a day.</summary>
    public sealed record Request
    {
        public int? Bays { get; init; }
        public string? Opens { get; init; }
        public string? Closes { get; init; }
        public decimal? M3 { get; init; }
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
        api.MapPut("/fleet/plants/{code}", Handle)
            .RequireAccess("SetPlantFleet", Role.Centre)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.EmptyHours, Refusals.HalfHours)
            .Produces<PlantFleetView>();

    public static Task<Answer> Handle(string code, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.Plants.FindAsync([code], cancel) is not { } plant)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                var known = await db.PlantFleets.FindAsync([code], cancel);
                if (caller.Stale(known?.Version ?? 0) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                if (
                    FleetQueries.HoursFaults(request.Opens, request.Closes, "/closes", mayPassMidnight: false).ToList() is
                    { Count: > 0 } faults
                )
                {
                    return Answer.Refused(caller, faults);
                }

                var fleet = known ?? db.PlantFleets.Add(new PlantFleet { Plant = plant.Code }).Entity;
                (fleet.Bays, fleet.M3) = (request.Bays, request.M3);
                (fleet.Opens, fleet.Closes) = (request.Opens?.ToTime(), request.Closes?.ToTime());
                fleet.Set(known is null, caller.Actor, now);
                return Answer.Ok(PlantFleetView.Of(plant, fleet, null), fleet.Version);
            },
            cancel
        );
}
