using EndToEnd.Tests.Brokers;
using EndToEnd.Tests.Running;

namespace EndToEnd.Tests.Storage;

/// <summary>Both programs over a SQL Server and a broker, as <c>deploy/</c> runs them.</summary>
[Collection(ServerGroup.Name)]
public sealed class WholeWayTests(ServerStore server)
{
    private const int Trucks = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Two_of_each_file_record_judge_and_find_runs_the_evidence_is_proved_and_after_a_restart_every_answer_is_the_same()
    {
        Assert.SkipWhen(server.ConnectionString is null, ServerStore.None);
        await using var broker =
            await LocalCluster.Start() ?? throw new InvalidOperationException("There is no RabbitMQ: apt-get install rabbitmq-server.");
        using var folder = new TempFolder("server");
        var (ofFiling, ofWorker) = (
            new Dictionary<string, string> { ["SQLSERVER"] = server.ConnectionString! },
            new Dictionary<string, string> { ["Storage__SqlServer"] = server.ConnectionString! }
        );
        await using var one = await FilingProcess.Start(folder.Path, broker.Addresses, ofFiling);
        using var client = new Client(one.Address);
        await Make.World(client, Trucks);
        await using var two = await FilingProcess.Start(folder.Path, broker.Addresses, ofFiling);
        using var other = client.At(two.Address);
        await using var worker = WorkerProcess.Start(folder.Path, broker.Addresses, ofWorker);
        await using var second = WorkerProcess.Start(folder.Path, broker.Addresses, ofWorker);
        await Task.WhenAll(WorkerProcess.Listens(worker), WorkerProcess.Listens(second));

        await Parallel.ForEachAsync(
            Enumerable.Range(1, Trucks),
            new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (truck, _) =>
            {
                var (mine, theirs) = truck % 2 == 0 ? (client, other) : (other, client);
                if (truck % 3 != 0)
                {
                    var number = (await mine.Create(Make.Clerk, "filings", Make.Filing(Make.Plate(truck)))).Text("number");
                    Assert.Equal(200, (await theirs.Post(Make.Station, $"filings/{number}/record", new { })).Status);
                    Assert.Equal("filed", (await mine.Get(Make.Squad, $"checks/{Make.Plate(truck)}")).Text("code"));
                }

                await theirs.Create(Make.Camera, "sightings", new[] { Make.Sighting($"s{truck:00}", Make.Plate(truck)) });
            }
        );

        await Eventually.See(
            "every sighting is judged, and every truck without a filing has its one run.",
            Patience,
            async () =>
                (await client.List(Make.Squad, "sightings")).All(sighting =>
                    sighting.GetProperty("code").GetString() is { } code
                    && code
                        == (
                            int.Parse(sighting.GetProperty("senderId").GetString()![1..], System.Globalization.CultureInfo.InvariantCulture)
                                % 3
                            == 0
                                ? "not-filed"
                                : "filed"
                        )
                )
                && (await client.List(Make.Squad, "runs")).Count == Trucks / 3,
            () => worker.Explanation
        );
        var before = await Answers(client);
        await one.Kill();
        await using var again = await FilingProcess.Start(folder.Path, broker.Addresses, ofFiling);
        client.MoveTo(again.Address);

        Assert.Equal(before, await Answers(client));
        await using var proof = ChildProcess.Start(
            Path.Combine(AppContext.BaseDirectory, "Filing.Api"),
            ["verify"],
            folder.Path,
            new Dictionary<string, string>(ofFiling) { ["DATA_DIR"] = folder.Path, ["AMQP"] = broker.Addresses }
        );
        Assert.True(await proof.EndsWell(), proof.Explanation);
        Assert.Contains(proof.Words, word => word.StartsWith("proved  facts", StringComparison.Ordinal));
    }

    private static async Task<List<string>> Answers(Client client)
    {
        var answers = new List<string>();
        for (var truck = 1; truck <= Trucks; truck++)
        {
            var check = await client.Get(Make.Squad, $"checks/{Make.Plate(truck)}");
            answers.Add($"{Make.Plate(truck)} {check.Text("code")} {check.Body.GetProperty("rests")}");
        }

        return answers;
    }
}
