using CsCheck;

namespace DispatchWorker.Tests.Consumers;

/// <summary>The worker's copies are a function of what was said, whatever order, split and repetition it comes in.</summary>
public sealed class KeptCopiesTests
{
    /// <summary>Items of few keys in several versions; key and version name the content, as they do at the sender.</summary>
    private static readonly Gen<object> Item =
        from kind in Gen.Int[0, 9]
        from n in Gen.Int[1, 2]
        from version in Gen.Int[1, 5]
        select Say(kind, n, version);

    private static object Say(int kind, int n, int version) =>
        kind switch
        {
            0 => Make.RosterTruck($"湘A0000{n}", version, tank: version),
            1 => Make.RosterPlant($"P{n}", version, km: version),
            2 => Make.RosterDepot($"D{n}", version, owner: version % 2 == 0 ? null : Make.Hauler),
            3 => Make.RosterOwner($"H{n}", version, town: $"43018111{version}"),
            4 => Make.TruckFleet($"湘A0000{n}", version, overtime: version, breaks: Make.Break("11:00", "13:00", version)),
            5 => Make.TruckDay($"湘A0000{n}", version, onDuty: version % 2 == 0),
            6 => Make.PlantFleet($"P{n}", version, m3: version + 0.5m),
            7 => Make.PlantDay($"P{n}", version, open: version % 2 == 0),
            8 => Make.Job($"GD-{n}", version, left: version),
            _ => Make.Order($"DD-{n}", version, stops: Make.Stop(m3: version)),
        };

    [Fact]
    public Task Any_order_and_any_repetition_give_the_same_copy() =>
        (
            from items in Item.Array[1, 30]
            from mixed in Gen.Shuffle(
                items.Select((item, i) => (Id: Make.Id(i), item)).Concat(items.Take(8).Select((item, i) => (Make.Id(i), item))).ToArray()
            )
            select mixed
        ).SampleAsync(
            async deliveries =>
            {
                await using var worker = await Worker.Start();

                foreach (var (id, item) in deliveries)
                {
                    await worker.Tell(Said.Message(item), id);
                }

                Assert.Equal(Copies.Lines(Said.Newest(deliveries.Select(delivery => delivery.item))), await worker.Kept());
            },
            iter: 60,
            threads: 2
        );
}
