using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Features.Jobs;
using FilingApi.Register;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Orders;

/// <summary>The centre dispatches one municipal trip by hand (R9): its register entry stands at once. A double booking is shown, but taken.</summary>
public static class PublishOrder
{
    /// <summary>The work: <c>section</c> of pipe, m³, minutes on site.</summary>
    public sealed record Work
    {
        public required string Section { get; init; }
        public required GeoPoint Point { get; init; }
        public required decimal M3 { get; init; }
        public required int Minutes { get; init; }
    }

    public sealed record Request
    {
        public required JobRef Job { get; init; }
        public required string Plate { get; init; }
        public required PlateColour Colour { get; init; }

        /// <summary>The site: 300 m around it the truck may work.</summary>
        public required GeoPoint Point { get; init; }
        public Datum? Datum { get; init; }
        public required DateTimeOffset Departure { get; init; }
        public required DateTimeOffset Return { get; init; }
        public required string Plant { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Job.Id).Text(1, 40).OverridePropertyName("job");
            When(
                request => request.Job.Work is not null,
                () =>
                {
                    RuleFor(request => request.Job.Work!.Section).Text(1, 100).OverridePropertyName("job.section");
                    RuleFor(request => request.Job.Work!.Point).InChina().OverridePropertyName("job.point");
                    RuleFor(request => request.Job.Work!.M3).Amount(0.001m, 10_000m, 3).OverridePropertyName("job.m3");
                    RuleFor(request => request.Job.Work!.Minutes).Count(1, 10_000).OverridePropertyName("job.minutes");
                }
            );
            RuleFor(request => request.Plate).IsPlate();
            RuleFor(request => request.Point).InChina();
            RuleFor(request => request.Plant).Text(1, 40);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/orders", Handle)
            .RequireAccess("PublishOrder", Role.Centre)
            .Refuses(
                Refusals.TruckNotOnRoster,
                Refusals.UnknownPlant,
                Refusals.ReturnBeforeDeparture,
                Refusals.OrderPast,
                Refusals.UnknownJob,
                Refusals.JobGivenOut
            )
            .Produces<OrderView>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(Request request, WriteSession session, Caller caller, RosterIndex roster, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                var plate = Plate.Parse(request.Plate).Value;
                var truck = await db
                    .Trucks.AsNoTracking()
                    .SingleOrDefaultAsync(known => known.Plate == plate && known.Colour == request.Colour, cancel);
                var plant = await db.Plants.AsNoTracking().SingleOrDefaultAsync(known => known.Code == request.Plant, cancel);
                var (from, to) = Order.WindowOf(request.Departure, request.Return);
                List<Refusal> faults = [];
                var job = request.Job.Id is { } id ? await db.JobFor(caller, id, cancel) : null;
                if (request.Job is { Id: { } unknown } && job is null)
                {
                    faults.Add(Refusals.UnknownJob.At("/job", Shape.Shorten(unknown)));
                }

                if (truck is null)
                {
                    faults.Add(Refusals.TruckNotOnRoster.At("/plate", plate, request.Colour.Wire()));
                }

                if (plant is null)
                {
                    faults.Add(Refusals.UnknownPlant.At("/plant", request.Plant));
                }

                if (request.Return < request.Departure)
                {
                    faults.Add(Refusals.ReturnBeforeDeparture.At("/return"));
                }

                if (to <= now)
                {
                    faults.Add(Refusals.OrderPast.At("/return"));
                }

                if (faults.Count > 0)
                {
                    return Answer.Refused(caller, faults);
                }

                if (job?.GiveOut(caller.Actor, now) is { } givenOut)
                {
                    return Answer.Refused(caller, givenOut);
                }

                var town = caller.Town ?? roster.Now.Organisations[caller.Organisation].Town;
                var site = request.Point.ToWgs84(request.Datum);
                var order = new Order
                {
                    Number = await db.NextNumber("DD", town, now, cancel),
                    Town = town,
                    Job = job?.Id,
                    Section = job?.Section ?? request.Job.Work!.Section,
                    M3 = job?.M3 ?? request.Job.Work!.M3,
                    WorkMinutes = job?.WorkMinutes ?? request.Job.Work!.Minutes,
                    Plate = plate,
                    Colour = request.Colour,
                    Hauler = truck!.Owner,
                    Lat = site.Lat,
                    Lon = site.Lon,
                    Plant = plant!.Code,
                    Departure = request.Departure,
                    Return = request.Return,
                    From = from,
                    To = to,
                    PublishedAt = now,
                };
                var conflicts = await db.ConflictsOf(order.Truck, from, to, site, order.Number, cancel);
                order.Begin("publish", caller.Actor, now);
                db.Orders.Add(order);
                await db.InsertAll([Trip.Plan(order.Number, 1, plant.Code)], cancel);
                await db.Add([order.ToFact(plant)], cancel);
                return Answer.Created(OrderView.Of(order, conflicts), order.Version);
            },
            cancel
        );
}
