using Contracts.Delivery;

namespace DispatchWorker.Tests.Consumers;

public sealed class KeepRosterTests
{
    [Fact]
    public async Task Trucks_plants_depots_and_haulers_are_kept_as_the_message_says()
    {
        await using var worker = await Worker.Start();
        object[] items =
        [
            Make.RosterTruck(),
            Make.RosterPlant(opens: "08:00", closes: "17:30", accepts: ["septic", "grease"]),
            Make.RosterDepot(owner: Make.Hauler),
            Make.RosterOwner(),
        ];

        await worker.Tell(Make.Roster(items));

        Assert.Equal(Copies.Lines(items), await worker.Kept());
    }

    [Fact]
    public async Task A_repeated_message_is_kept_once()
    {
        await using var worker = await Worker.Start();
        var message = Make.Roster(Make.RosterTruck());

        await worker.Tell(message, Make.Id(1));
        await worker.Tell(message, Make.Id(1));

        await using var db = worker.Open();
        Assert.Equal("KeepRoster", Assert.Single(db.Set<InboxRow>()).Consumer);
        Assert.Equal(Copies.Lines(Make.RosterTruck()), await worker.Kept());
    }

    [Fact]
    public async Task An_older_version_that_comes_late_changes_nothing()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(Make.Roster(Make.RosterTruck(version: 2, tank: 12), Make.RosterDepot()));
        await worker.Tell(Make.Roster(Make.RosterTruck(version: 1, tank: 8), Make.RosterDepot(version: 2, km: 7)));

        Assert.Equal(Copies.Lines(Make.RosterTruck(version: 2, tank: 12), Make.RosterDepot(version: 2, km: 7)), await worker.Kept());
    }

    [Fact]
    public async Task Trucks_of_one_plate_and_different_colours_are_two()
    {
        await using var worker = await Worker.Start();
        var blue = Make.RosterTruck() with { Truck = new(Make.Plate, Contracts.Register.PlateColour.Blue) };

        await worker.Tell(Make.Roster(Make.RosterTruck(), blue));

        Assert.Equal(Copies.Lines(Make.RosterTruck(), blue), await worker.Kept());
    }
}
