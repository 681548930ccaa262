using Contracts.Delivery;
using Contracts.Filing;
using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Data;

/// <summary>Planning learns of every act on what it needs, in the act's own transaction.</summary>
public sealed class PlanningMessagesTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();
    private readonly Actor _someone = new("centre", "C1");

    [Fact]
    public async Task A_job_is_sent_in_its_present_state()
    {
        var id = (await _service.Centre.Post("jobs", Make.Job()).MustBe(201))["id"]!;

        var sent = await Sent<JobsChanged>(async db =>
            (await db.Jobs.SingleAsync(job => job.Id == id)).MakeUrgent(_someone, _service.At("09:00"))
        );

        var job = Assert.Single(sent!.Jobs);
        Assert.Equal((id, 2, true, 6m, 6m, "dredging"), (job.Id, job.Version, job.Urgent, job.M3, job.LeftM3, job.Kind));
    }

    [Fact]
    public async Task An_order_is_sent_with_its_stops()
    {
        var number = (await _service.Centre.Post("orders", Make.Order(_service.At("10:00"), _service.At("11:00"))).MustBe(201))["number"];

        var sent = await Sent<OrdersChanged>(async db =>
            (await db.Orders.SingleAsync(order => order.Number == number)).Cancel("改期", _someone, _service.At("09:00"))
        );

        var order = Assert.Single(sent!.Orders);
        Assert.Equal(("cancelled", true, false), (order.Status, order.IsOver, order.HasBegun));
        Assert.Equal((1, 6m, "planned"), order.Stops.Select(stop => (stop.K, stop.M3, stop.State)).Single());
    }

    [Fact]
    public async Task The_roster_is_sent_when_it_changes_however_it_changes()
    {
        var sent = await Sent<RosterChanged>(async db =>
        {
            (await db.Trucks.FirstAsync(truck => truck.Plate == Make.Plate(1))).Log("changed", _someone, _service.At("09:00"));
            (await db.Plants.FirstAsync(plant => plant.Code == "P1")).Log("changed", _someone, _service.At("09:00"));
            foreach (var organisation in await db.Organisations.ToListAsync())
            {
                organisation.Log("changed", _someone, _service.At("09:00"));
            }

            var depot = new Depot
            {
                Code = "D7",
                Name = "车场",
                Lat = Make.Site.Lat,
                Lon = Make.Site.Lon,
            };
            depot.Begin("made", _someone, _service.At("09:00"));
            db.Depots.Add(depot);
        });

        Assert.Equal((Make.Plate(1), 2), sent!.Trucks.Select(truck => (truck.Truck.Plate, truck.Version)).Single());
        Assert.Equal("P1", Assert.Single(sent.Plants).Code);
        Assert.Equal("D7", Assert.Single(sent.Depots).Code);
        Assert.Equal(["H1", "H2"], sent.Owners.Select(owner => owner.Code).Order());
    }

    [Fact]
    public async Task The_fleet_is_sent_by_truck_plant_and_day()
    {
        var (day, now) = (_service.Today, _service.At("09:00"));

        var sent = await Sent<FleetChanged>(db =>
        {
            var (plate, colour) = (Make.Plate(1), Contracts.Register.PlateColour.Yellow);
            Subject[] rows =
            [
                new FilingApi.Domain.TruckFleet { Plate = plate, Colour = colour },
                new FilingApi.Domain.TruckDay
                {
                    Plate = plate,
                    Colour = colour,
                    Date = day,
                },
                new FilingApi.Domain.PlantFleet { Plant = "P1" },
                new FilingApi.Domain.PlantDay { Plant = "P1", Date = day },
            ];
            foreach (var row in rows)
            {
                row.Begin("set", _someone, now);
                db.Add(row);
            }

            return Task.CompletedTask;
        });

        Assert.Equal((1, 1, 1, 1), (sent!.Trucks.Count, sent.TruckDays.Count, sent.Plants.Count, sent.PlantDays.Count));
    }

    [Fact]
    public async Task What_planning_does_not_need_is_not_sent()
    {
        var number = await _service.Filed();

        var sent = await Sent<RosterChanged>(async db =>
            (await db.Filings.SingleAsync(filing => filing.Number == number)).Log("look", _someone, _service.At("09:00"))
        );

        Assert.Null(sent);
    }

    /// <summary>What one save would send; nothing of it stays.</summary>
    private async Task<T?> Sent<T>(Func<FilingDb, Task> act)
        where T : class
    {
        await _service.Settle();
        await using var db = new FilingDb(FilingStore.FilingOptions(Path.Combine(_service.Folder, "filing.db")));
        await using var transaction = await db.Database.BeginTransactionAsync();
        await act(db);
        await db.SaveChangesAsync();
        var row = db.Outgoing.SingleOrDefault(row => row.Type == typeof(T).FullName);
        return row is null ? null : System.Text.Json.JsonSerializer.Deserialize<T>(row.Body, Wire.Json);
    }
}
