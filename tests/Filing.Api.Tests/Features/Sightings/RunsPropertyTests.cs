using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace FilingApi.Tests.Features.Sightings;

/// <summary>R5: the runs are a function of the accepted sightings and the facts, and of nothing else.</summary>
public sealed class RunsPropertyTests
{
    private static readonly int[] SomeTwice = [.. Enumerable.Range(0, 14), 3, 7];

    /// <summary>Batches in order; before each: whether the service stops and starts again, and whether everything has settled.</summary>
    private static readonly Gen<(int[] Order, int[] Cuts, bool[] Restarts, bool[] Settles)> Deliveries = Gen.Select(
        Gen.Shuffle(SomeTwice),
        Gen.Int[1, 15].Array[2],
        Gen.Bool.Array[3],
        Gen.Bool.Array[3]
    );

    [Fact]
    public async Task Any_order_any_split_any_repetition_and_any_restart_give_the_same_runs()
    {
        var expected = await Runs([.. Enumerable.Range(0, 14)], [], [false], [false]);

        await Deliveries.SampleAsync(
            async delivery =>
            {
                var runs = await Runs(delivery.Order, delivery.Cuts, delivery.Restarts, delivery.Settles);

                Assert.Equal(expected, runs);
            },
            iter: 4,
            threads: 1
        );

        Assert.Contains("湘A10001 yellow 09:00–10:30 not-filed,pending s0,s1,s2", expected, StringComparison.Ordinal);
        Assert.Contains("湘B77777  ", expected, StringComparison.Ordinal);
    }

    private static async Task<string> Runs(int[] order, int[] cuts, bool[] restarts, bool[] settles)
    {
        await using var service = new TestService();
        await service.InitializeAsync();
        service.NewDay();

        // A recorded truck (nothing red in its window), and one whose filing is still undecided.
        await service.Recorded(Make.Plate(2));
        await service.Filed(Make.Filing(service.At("10:20"), service.At("12:00")));
        service.Move("12:00");
        var all = Sightings(service);
        var batches = Split([.. order.Select(n => all[n])], cuts);
        for (var i = 0; i < batches.Count; i++)
        {
            if (restarts[i % restarts.Length])
            {
                await service.Restart();
            }

            await service.Camera.Post("sightings", new JsonArray([.. batches[i].Select(item => item.DeepClone())])).MustBe(202);
            if (settles[i % settles.Length])
            {
                await service.Settle();
            }
        }

        await service.Settle();
        service.Move("13:00");
        await service.Settle();
        var names = all.ToDictionary(item => Make.SightingId("camera", (string)item["id"]!), item => (string)item["id"]!);
        IEnumerable<string> Sent(JsonElement run) =>
            run.GetProperty("sightings").EnumerateArray().Select(id => names[id.GetString()!]).Order(StringComparer.Ordinal);
        var runs = (await service.Squad.Get("runs?status=open"))
            .Items()
            .Select(run =>
                $"{run.Text("plate")} {run.Text("colour")} "
                + $"{run.GetProperty("first").GetDateTimeOffset():HH:mm}–{run.GetProperty("last").GetDateTimeOffset():HH:mm} "
                + $"{string.Join(',', run.GetProperty("codes").EnumerateArray())} {string.Join(',', Sent(run))}"
            );
        return string.Join('\n', runs.Order(StringComparer.Ordinal));
    }

    private static JsonObject[] Sightings(TestService service)
    {
        (string Plate, string At)[] seen =
        [
            (Make.Plate(1), "09:00"),
            (Make.Plate(1), "09:50"),
            (Make.Plate(1), "10:30"),
            (Make.Plate(1), "11:31"),
            (Make.Plate(2), "08:30"),
            (Make.Plate(2), "09:30"),
            (Make.Plate(2), "11:00"),
            (Make.Plate(3), "08:00"),
            (Make.Plate(3), "09:00"),
            (Make.Plate(3), "09:59"),
            (Make.TwoColours, "10:00"),
            (Make.TwoColours, "10:10"),
            (Make.Stranger, "10:00"),
            (Make.Stranger, "10:40"),
        ];
        var sightings = seen.Select((item, n) => Make.Sighting($"s{n}", item.Plate, service.At(item.At))).ToArray();
        sightings[11]["colour"] = "blue";
        foreach (var stranger in sightings[12..])
        {
            stranger["vehicle"] = "vacuum";
        }

        return sightings;
    }

    private static List<JsonObject[]> Split(JsonObject[] items, int[] cuts)
    {
        int[] ends = [0, .. cuts.Order(), items.Length];
        return [.. ends.Zip(ends.Skip(1), (from, to) => items[from..to]).Where(batch => batch.Length > 0)];
    }
}
