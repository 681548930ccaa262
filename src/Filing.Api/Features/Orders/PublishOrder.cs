using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Features.Jobs;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Orders;

/// <summary>
/// The centre orders one trip by hand (R9): its register entry holds at once. What speaks against it is shown, but taken.
/// </summary>
public static class PublishOrder
{
    /// <summary>A job's share: of a known one, or of the work that becomes one.</summary>
    private sealed record Share(Job? Job, WorkRequest? Work, decimal M3);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/orders", Handle)
            .RequireAccess("PublishOrder", Role.Centre)
            .Refuses(
                Refusals.OneOf,
                Refusals.TruckNotOnRoster,
                Refusals.UnknownPlant,
                Refusals.ReturnBeforeDeparture,
                Refusals.OrderTooLong,
                Refusals.OrderPast,
                Refusals.UnknownJob,
                Refusals.JobGivenOut,
                Refusals.MoreThanLeft
            )
            .Produces<OrderView>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(
        OrderRequest request,
        WriteSession session,
        Caller caller,
        RosterIndex roster,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                var plate = Plate.Parse(request.Plate).Value;
                var truck = await db
                    .Trucks.AsNoTracking()
                    .SingleOrDefaultAsync(known => known.Plate == plate && known.Colour == request.Colour, cancel);
                var plant = await db.Plants.AsNoTracking().SingleOrDefaultAsync(known => known.Code == request.Plant, cancel);
                List<Refusal> faults = [.. Faults(request, plate, truck, plant, now)];
                var shares = await SharesOf(request, db, caller, faults, cancel);
                if (faults.Count > 0)
                {
                    return Answer.Refused(caller, [.. faults.OrderBy(fault => fault.Kind.Status != 422)]);
                }

                return await Publish(request, truck!, plant!, shares, db, caller, roster, now, cancel);
            },
            cancel
        );

    private static IEnumerable<Refusal> Faults(OrderRequest request, string plate, Truck? truck, Plant? plant, DateTimeOffset now)
    {
        if (truck is null)
        {
            yield return Refusals.TruckNotOnRoster.At("/plate", plate, request.Colour.Wire());
        }

        if (plant is null)
        {
            yield return Refusals.UnknownPlant.At("/plant", request.Plant);
        }

        if (request.Return < request.Departure)
        {
            yield return Refusals.ReturnBeforeDeparture.At("/return");
        }
        else if (request.Return - request.Departure > Order.LongestTrip)
        {
            yield return Refusals.OrderTooLong.At("/return", (int)Order.LongestTrip.TotalHours);
        }

        if (Order.WindowOf(request.Departure, request.Return).To <= now)
        {
            yield return Refusals.OrderPast.At("/return");
        }
    }

    /// <summary>
    /// What each stop takes; several stops of one job share what is left of it. Nothing is made here: a refused order leaves
    /// nothing.
    /// </summary>
    private static async Task<IReadOnlyList<Share>> SharesOf(
        OrderRequest request,
        FilingDb db,
        Caller caller,
        List<Refusal> faults,
        CancellationToken cancel
    )
    {
        var (stops, shares, taken) = (request.AllStops, new List<Share>(), new Dictionary<string, decimal>(StringComparer.Ordinal));
        for (var i = 0; i < stops.Count; i++)
        {
            var (stop, pointer) = (stops[i], request.PointerTo(i));
            var job = stop.Job?.Id is { } id ? await db.JobFor(caller, id, cancel) : null;
            if (stop.GivenWork is null && job is null)
            {
                faults.Add(Refusals.UnknownJob.At($"{pointer}/job", Shape.Shorten(stop.Job?.Id)));
                continue;
            }

            if (job?.MayGiveOut() is { } givenOut)
            {
                faults.Add(givenOut);
                continue;
            }

            var left = job is null ? stop.GivenWork!.M3 : job.LeftM3 - taken.GetValueOrDefault(job.Id);
            var m3 = stop.M3 ?? left;
            if (m3 > left || left <= 0)
            {
                faults.Add(
                    Refusals.MoreThanLeft.At($"{pointer}/{(stop.M3 is null ? "job" : "m3")}", job?.Id ?? stop.GivenWork!.Section, left)
                );
                continue;
            }

            if (job is not null)
            {
                taken[job.Id] = taken.GetValueOrDefault(job.Id) + m3;
            }

            shares.Add(new Share(job, stop.GivenWork, m3));
        }

        return shares;
    }

    private static async Task<Answer> Publish(
        OrderRequest request,
        Truck truck,
        Plant plant,
        IReadOnlyList<Share> shares,
        FilingDb db,
        Caller caller,
        RosterIndex roster,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var jobs = new List<Job>();
        foreach (var share in shares)
        {
            jobs.Add(share.Job ?? await db.Report(share.Work!.ToBody(request.Point, request.Datum), caller, roster, now, cancel));
        }

        var (from, to) = Order.WindowOf(request.Departure, request.Return);
        var number = await db.NextNumber("DD", jobs[0].Town, now, cancel);
        var order = new Order
        {
            Number = number,
            Town = jobs[0].Town,
            Plate = truck.Plate,
            Colour = truck.Colour,
            Hauler = truck.Owner,
            Plant = plant.Code,
            Departure = request.Departure,
            Return = request.Return,
            From = from,
            To = to,
            PublishedAt = now,
            Stops = [.. jobs.Select((job, i) => StopOf(number, i + 1, job, shares[i].M3))],
        };
        var sites = order.Stops.ConvertAll(stop => stop.Point);
        var conflicts = await db.ConflictsOf(order.Truck, from, to, sites, number, cancel);
        order.Begin("publish", caller.Actor, now);
        db.Orders.Add(order);
        await db.InsertAll([Trip.Plan(order.Town, number, 1, plant.Code)], cancel);
        await db.Add([order.ToFact(plant)], cancel);
        await db.FollowJobs(order, order.Stops, "publish", caller.Actor, now, cancel);
        var warnings = await OrderWarning.Of(order, truck, db, caller, cancel);
        return Answer.Created(OrderView.Of(order, conflicts, warnings), order.Version);
    }

    private static OrderStop StopOf(string number, int k, Job job, decimal m3) =>
        new()
        {
            Number = number,
            K = k,
            Job = job.Id,
            Section = job.Section,
            Lat = job.Lat,
            Lon = job.Lon,
            M3 = m3,
            WorkMinutes = OrderStop.MinutesOf(job, m3),
        };
}
