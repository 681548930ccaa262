using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Registry;

/// <summary>The administrator puts a truck on the roster. Tank m³, payload t, papers good through the last day.</summary>
public static class RegisterTruck
{
    public sealed record Request
    {
        public required string Plate { get; init; }
        public required PlateColour Colour { get; init; }
        public required string Owner { get; init; }
        public required decimal TankM3 { get; init; }
        public required decimal PayloadT { get; init; }
        public required DateOnly PapersUntil { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Plate).IsPlate();
            RuleFor(request => request.Owner).Text(1, 40);
            RuleFor(request => request.TankM3).Amount(0.1m, 100m, 3);
            RuleFor(request => request.PayloadT).Amount(0.1m, 100m, 3);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/trucks", Handle)
            .RequireAccess("RegisterTruck", Role.Admin)
            .Refuses(Refusals.AlreadyThere, Refusals.UnknownReference)
            .Produces<RosterTruckView>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                var plate = Plate.Parse(request.Plate).Value;
                if (!await db.Organisations.AnyAsync(owner => owner.Code == request.Owner, cancel))
                {
                    return Answer.Refused(caller, Refusals.UnknownReference.At("/owner", request.Owner));
                }

                if (await db.Trucks.AnyAsync(known => known.Plate == plate && known.Colour == request.Colour, cancel))
                {
                    return Answer.Refused(caller, Refusals.AlreadyThere.At("/plate", plate));
                }

                var truck = new Truck
                {
                    Plate = plate,
                    Colour = request.Colour,
                    Owner = request.Owner,
                    TankM3 = request.TankM3,
                    PayloadT = request.PayloadT,
                    PapersUntil = request.PapersUntil,
                };
                db.Trucks.Add(truck);
                truck.Begin("made", caller.Actor, now);
                db.RosterChanged = true;
                return Answer.Created(RosterTruckView.Of(truck));
            },
            cancel
        );
}
