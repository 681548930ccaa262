namespace DispatchWorker.Tests.Consumers;

public sealed class KeepFleetTests
{
    [Fact]
    public async Task Fleet_data_of_trucks_plants_and_their_days_is_stored()
    {
        await using var worker = await Worker.Start();
        object[] items =
        [
            Make.TruckFleet(breaks: Make.Break("11:30", "13:00", 45)) with
            {
                Equipment = ["jet"],
                Crew = ["gas"],
                Kinds = ["dredging"],
            },
            Make.TruckDay(offFrom: "12:00"),
            Make.PlantFleet(bays: 2, m3: 120.5m),
            Make.PlantDay(closedFrom: "15:00"),
        ];

        await worker.Tell(Make.Fleet(items));

        Assert.Equal(Copies.Lines(items), await worker.Kept());
    }

    [Fact]
    public async Task A_repeated_message_is_kept_once()
    {
        await using var worker = await Worker.Start();
        var message = Make.Fleet(Make.TruckDay());

        await worker.Tell(message, Make.Id(1));
        await worker.Tell(message, Make.Id(1));

        Assert.Equal(Copies.Lines(Make.TruckDay()), await worker.Kept());
    }

    [Fact]
    public async Task Each_day_has_versions_of_its_own_and_an_older_one_that_comes_late_changes_nothing()
    {
        await using var worker = await Worker.Start();
        var tomorrow = Make.TruckDay(date: Make.Date.AddDays(1), onDuty: false);

        await worker.Tell(Make.Fleet(Make.TruckDay(version: 2, onDuty: false), tomorrow));
        await worker.Tell(Make.Fleet(Make.TruckDay(version: 1)));

        Assert.Equal(Copies.Lines(Make.TruckDay(version: 2, onDuty: false), tomorrow), await worker.Kept());
    }
}
