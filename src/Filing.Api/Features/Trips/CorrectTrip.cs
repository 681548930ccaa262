using FilingApi.Domain;
using FilingApi.Features.Leads;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Trips;

/// <summary>
/// A plant corrects its receipt, whoever may load the loading, within 24 hours (R12). Leads are raised anew; none is closed by it.
/// </summary>
public static class CorrectTrip
{
    private const int MostKg = 200_000;

    /// <summary>A figure left out stays as it is.</summary>
    public sealed record Request
    {
        public decimal? M3 { get; init; }
        public int? Gross { get; init; }
        public int? Tare { get; init; }
        public required string Reason { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.M3).Amount(0m, 200m, 3);
            RuleFor(request => request.Gross).Count(0, MostKg);
            RuleFor(request => request.Tare).Count(0, MostKg);
            RuleFor(request => request.Reason).Text(2, 200);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/trips/{id}/correction", Handle)
            .RequireAccess("CorrectTrip", Role.Plant, Role.Enterprise, Role.Hauler, Role.Centre)
            .Refuses(
                Refusals.NotFound,
                Refusals.StaleVersion,
                Refusals.OtherPlantsName,
                Refusals.NothingToCorrect,
                Refusals.CorrectionTooLate,
                Refusals.NetWeight,
                Refusals.GrossBelowTare,
                Refusals.NotKilograms
            )
            .Produces<TripView>();

    public static Task<Answer> Handle(string id, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                var isPlant = caller.Role == Role.Plant;
                if (await db.Trips.FindAsync([id], cancel) is not { } trip || (!isPlant && !await db.MayLoad(caller, trip, cancel)))
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (caller.Stale(trip.Version) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                var refusals = isPlant ? CorrectReceipt(trip, request, caller, now) : CorrectLoading(trip, request, caller, now);
                if (refusals.Count > 0)
                {
                    return Answer.Refused(caller, refusals);
                }

                if (trip.IsVolumeMismatch)
                {
                    await db.Raise(LeadKind.VolumeMismatch, trip, new TruckSeen(trip.Plate, trip.Colour), now, cancel);
                }

                return Answer.Ok(TripView.Of(trip), trip.Version);
            },
            cancel
        );

    private static IReadOnlyList<Refusal> CorrectReceipt(Trip trip, Request request, Caller caller, DateTimeOffset now)
    {
        if (trip.MayCorrectReceipt(now) is { } refusal)
        {
            return [refusal];
        }

        if (trip.Plant != caller.Organisation)
        {
            return [Refusals.OtherPlantsName.With()];
        }

        var (gross, tare) = (request.Gross ?? trip.GrossKg, request.Tare ?? trip.TareKg);
        var weights = new Weights(gross, tare, gross is null || tare is null ? trip.NetKg : gross - tare);
        var m3 = request.M3 ?? trip.ReceivedM3!.Value;
        if (weights.Faults(m3) is { Count: > 0 } faults)
        {
            return faults;
        }

        trip.CorrectReceipt(m3, weights, request.Reason, caller.Actor, now);
        return [];
    }

    private static IReadOnlyList<Refusal> CorrectLoading(Trip trip, Request request, Caller caller, DateTimeOffset now)
    {
        if (trip.MayCorrectLoading(now) is { } refusal)
        {
            return [refusal];
        }

        trip.CorrectLoading(request.M3 ?? trip.LoadedM3!.Value, request.Reason, caller.Actor, now);
        return [];
    }
}
