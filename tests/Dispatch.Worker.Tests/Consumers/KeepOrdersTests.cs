namespace DispatchWorker.Tests.Consumers;

public sealed class KeepOrdersTests
{
    [Fact]
    public async Task Orders_are_kept_with_their_stops_as_the_message_says()
    {
        await using var worker = await Worker.Start();
        var order = Make.Order(stops: [Make.Stop(1, begun: "09:20", done: "09:50"), Make.Stop(2, "GD-2", skipped: true)]);

        await worker.Tell(Make.Orders(order, Make.Order("DD-2", ofPlan: true)));

        Assert.Equal(Copies.Lines(order, Make.Order("DD-2", ofPlan: true)), await worker.Kept());
    }

    [Fact]
    public async Task A_repeated_message_is_kept_once()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(Make.Orders(Make.Order()), Make.Id(1));
        await worker.Tell(Make.Orders(Make.Order()), Make.Id(1));

        Assert.Equal(Copies.Lines(Make.Order()), await worker.Kept());
    }

    [Fact]
    public async Task An_older_version_that_comes_late_changes_nothing()
    {
        await using var worker = await Worker.Start();
        var begun = Make.Order(version: 2, stops: Make.Stop(begun: "09:30"));

        await worker.Tell(Make.Orders(begun));
        await worker.Tell(Make.Orders(Make.Order(version: 1)));

        Assert.Equal(Copies.Lines(begun), await worker.Kept());
    }
}
