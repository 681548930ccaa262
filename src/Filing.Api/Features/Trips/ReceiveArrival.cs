using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Leads;
using FilingApi.Register;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Trips;

/// <summary>
/// A plant receives a load without a trip (R11). If the register says red, asked before the receipt has any effect, a lead is raised.
/// </summary>
public static class ReceiveArrival
{
    public sealed record Request : GateLoad
    {
        public PlateColour? Colour { get; init; }
    }

    public sealed class Rules : GateLoadRules<Request>;

    /// <summary>The receipt, and the open trips of that plate, so that the guard sees the better way.</summary>
    public sealed record ArrivalView(
        string Number,
        string Plate,
        PlateColour? Colour,
        string Plant,
        decimal M3,
        int? Gross,
        int? Tare,
        int? Net,
        DateTimeOffset At,
        VerdictCode Verdict,
        IReadOnlyList<TripView> OpenTrips
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/receipts", Handle)
            .RequireAccess("ReceiveArrival", Role.Plant)
            .Refuses(Refusals.OtherPlantsName, Refusals.NetWeight, Refusals.GrossBelowTare, Refusals.NotKilograms)
            .Produces<ArrivalView>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(
        Request request,
        WriteSession session,
        Caller caller,
        RosterIndex roster,
        RegisterClock clock,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                if (request.Plant != caller.Organisation)
                {
                    return Answer.Refused(caller, Refusals.OtherPlantsName.At("/plant"));
                }

                if (request.Weights.Faults(request.M3) is { Count: > 0 } wrongWeights)
                {
                    return Answer.Refused(caller, wrongWeights);
                }

                var plant = await db.Plants.AsNoTracking().SingleAsync(known => known.Code == request.Plant, cancel);
                var plate = Plate.Parse(request.Plate).Value;
                var verdict = Judge.Verdict(
                    await db.HistoriesOf(plate, cancel),
                    new Question(plate, request.Colour, now, Activity.Discharging, plant.Area.Point)
                );
                clock.Answered(now);

                var town = caller.OwnTown(roster.Now);
                var arrival = new Arrival
                {
                    Number = await db.NextNumber("JS", town, now, cancel),
                    Town = town,
                    Plate = plate,
                    Colour = request.Colour,
                    Plant = plant.Code,
                    M3 = request.M3,
                    GrossKg = request.Gross,
                    TareKg = request.Tare,
                    NetKg = request.Weights.LoadKg,
                    At = now,
                    Account = caller.Account,
                    Verdict = verdict.Code,
                };
                arrival.Begin("receive", caller.Actor, now, new TimelineDetail { M3 = request.M3 });
                db.Arrivals.Add(arrival);
                if (verdict.Colour == VerdictColour.Red)
                {
                    await db.Raise(arrival, cancel);
                }

                var open = await db
                    .Trips.AsNoTracking()
                    .Where(trip => trip.Plate == plate && trip.State == TripState.Loaded)
                    .OrderBy(trip => trip.LoadedAt)
                    .ThenBy(trip => trip.Id)
                    .ToListAsync(cancel);
                return Answer.Created(
                    new ArrivalView(
                        arrival.Number,
                        plate,
                        request.Colour,
                        plant.Code,
                        request.M3,
                        arrival.GrossKg,
                        arrival.TareKg,
                        arrival.NetKg,
                        now,
                        verdict.Code,
                        [.. open.Select(TripView.Of)]
                    )
                );
            },
            cancel
        );
}
