using System.Globalization;
using Contracts.Register;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.TownDay;

/// <summary>The problem of a town and day and what its ids mean. Great-circle, minutes of the day, m³, the product's objective.</summary>
public sealed record DayProblem
{
    public required DayClock Clock { get; init; }
    public required Problem Problem { get; init; }

    /// <summary>By the problem's truck id.</summary>
    public required IReadOnlyDictionary<string, TruckKey> Trucks { get; init; }

    /// <summary>By the problem's job id: the open volume has its job's, a share that an order holds <c>{order}/{k}</c>.</summary>
    public required IReadOnlyDictionary<string, JobShare> Jobs { get; init; }
    public required IReadOnlyList<Assumption> Assumed { get; init; }

    /// <summary>Stops not begun of trucks that are off: their volume is open here; a version lists them, publication skips them.</summary>
    public required IReadOnlyList<SkippedStop> Skipped { get; init; }

    public static string IdOf(TruckKey truck) => $"{truck.Plate}|{truck.Colour.Wire()}";

    /// <summary>A function of the facts alone, in whatever order they are listed.</summary>
    public static DayProblem Of(DayFacts facts)
    {
        var clock = new DayClock(facts.Date);
        var now = clock.MinuteOf(facts.Now);
        var orders = new DayOrders(facts, clock);
        var jobs = OpenJobs.Of(facts, orders);
        var depots = new DepotChoice(facts.Depots, Work(jobs, orders));
        var trucks = DayTruck.Of(facts, orders, depots, clock);
        FixedOrder[] fixedOrders = [.. trucks.SelectMany(truck => truck.Fixed)];
        var plants = DayPlants.Of(facts, orders, fixedOrders, clock);
        var blocked = new BlockedTimes(facts, orders, clock);
        var places = new Places();
        var problem = new Problem
        {
            Name = $"{facts.Town} {facts.Date.ToString("O", CultureInfo.InvariantCulture)}",
            Metric = Metric.GreatCircle,
            Depots =
            [
                .. trucks
                    .Select(truck => truck.Depot)
                    .DistinctBy(depot => depot.Code)
                    .OrderBy(depot => depot.Code, StringComparer.Ordinal)
                    .Select(depot => new Depot(depot.Code, places.At(depot.Point))),
            ],
            Emptying = [.. plants.Select(plant => plant.Plant with { Place = places.At(plant.Point) })],
            Trucks = [.. trucks.Select(truck => truck.ToTruck(blocked, clock, now))],
            Jobs =
            [
                .. jobs.Select(job => job.ToJob(places.At(job.Job.Point), clock, now)),
                .. from truck in trucks
                from order in truck.Fixed
                from share in order.Shares
                select share.ToJob(places.At(share.Stop.Point), truck.Facts.Roster.TankM3),
            ],
            Frozen = [.. trucks.Where(truck => truck.Fixed.Count > 0).Select(Frozen)],
            Places = places.All,
        };
        return new DayProblem
        {
            Clock = clock,
            Problem = problem,
            Trucks = trucks.ToDictionary(truck => truck.Facts.Id, truck => truck.Facts.Roster.Truck),
            Jobs = jobs.Select(job => KeyValuePair.Create(job.Job.Id, new JobShare(job.Job.Id, null, null)))
                .Concat(fixedOrders.SelectMany(order => order.Shares.Select(share => KeyValuePair.Create(share.Id, Of(order, share)))))
                .ToDictionary(StringComparer.Ordinal),
            Assumed = Assumptions.Of(trucks, plants, depots, facts.Date),
            Skipped = orders.Skipped,
        };
    }

    private static List<GeoPoint> Work(List<OpenJob> jobs, DayOrders orders) =>
        jobs.Count > 0
            ? jobs.ConvertAll(job => job.Job.Point)
            : [.. orders.Fixed.SelectMany(order => order.Shares).Select(share => share.Stop.Point)];

    private static FixedStops Frozen(DayTruck truck) =>
        new(truck.Facts.Id, [.. truck.Fixed.SelectMany(order => order.Shares.Select(share => share.Id).Append(order.Order.Plant))]);

    private static JobShare Of(FixedOrder order, FixedShare share) => new(share.Stop.Job, order.Order.Number, share.Stop.K);
}

/// <summary>What a job of the problem is: all of a job that is open, or the share of it that a stop of an order holds.</summary>
/// <param name="Job">The job's own id.</param>
/// <param name="Order">Null: open volume.</param>
/// <param name="K">The order's stop.</param>
public sealed record JobShare(string Job, string? Order, int? K);

public sealed record SkippedStop(string Order, int K);
