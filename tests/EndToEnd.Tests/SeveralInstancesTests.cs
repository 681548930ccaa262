using System.Collections.Concurrent;
using EndToEnd.Tests.Brokers;
using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

/// <summary>Two instances of the filing service and two of the worker, over the same stores and one broker.</summary>
[Collection(BrokerGroup.Name)]
public sealed class SeveralInstancesTests(Broker broker, ITestOutputHelper output) : IAsyncLifetime
{
    private const int Trucks = 40;

    /// <summary>A green may be this far behind a revocation anywhere.</summary>
    private static readonly TimeSpan MostBehind = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private readonly TempFolder _filingFolder = new("filing");
    private readonly TempFolder _dispatchFolder = new("dispatch");
    private readonly List<FilingProcess> _instances = [];
    private Client _first = null!;
    private Client _second = null!;

    public async ValueTask InitializeAsync()
    {
        await broker.Forget([.. FilingApi.Service.Consumers.Endpoints, .. DispatchWorker.DispatchServices.Consumers.Endpoints]);
        _instances.Add(await FilingProcess.Start(_filingFolder.Path, broker.Address.ToString()));
        _first = new Client(_instances[0].Address);
        await Make.World(_first, Trucks);
        _instances.Add(await FilingProcess.Start(_filingFolder.Path, broker.Address.ToString()));
        _second = _first.At(_instances[1].Address);
    }

    public async ValueTask DisposeAsync()
    {
        _second?.Dispose();
        _first?.Dispose();
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        _filingFolder.Dispose();
        _dispatchFolder.Dispose();
    }

    [Fact]
    public async Task What_one_instance_records_is_green_at_the_other_at_once_and_what_it_revokes_is_red_there_within_two_seconds()
    {
        for (var truck = 1; truck <= 10; truck++)
        {
            var plate = Make.Plate(truck);
            var number = (await _first.Create(Make.Clerk, "filings", Make.Filing(plate))).Text("number");
            Assert.Equal("pending", (await _second.Get(Make.Squad, $"checks/{plate}")).Text("code"));

            Assert.Equal(200, (await _first.Post(Make.Station, $"filings/{number}/record", new { })).Status);
            Assert.Equal("filed", (await _second.Get(Make.Squad, $"checks/{plate}")).Text("code"));

            Assert.Equal(200, (await _second.Post(Make.Station, $"filings/{number}/revocation", new { reason = "示例" })).Status);
            var revoked = System.Diagnostics.Stopwatch.StartNew();
            var late = TimeSpan.Zero;
            while ((await _first.Get(Make.Squad, $"checks/{plate}")).Text("code") == "filed")
            {
                late = revoked.Elapsed;
                Assert.True(late < MostBehind, $"Still green {late.TotalSeconds:0.0} s after its revocation elsewhere.");
            }
        }
    }

    [Fact]
    public async Task Both_write_at_once_and_numbers_stamps_and_evidence_stay_one_chain()
    {
        var numbers = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Trucks),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (truck, _) =>
            {
                var client = truck % 2 == 0 ? _first : _second;
                numbers[(await client.Create(Make.Clerk, "filings", Make.Filing(Make.Plate(truck)))).Text("number")] = Make.Plate(truck);
            }
        );

        Assert.Equal(Trucks, numbers.Count);
        Assert.Equal(
            numbers.Keys.Order(StringComparer.Ordinal),
            (await _second.List(Make.Clerk, "filings"))
                .Select(filing => filing.GetProperty("number").GetString()!)
                .Order(StringComparer.Ordinal)
        );
        await Task.WhenAll(
            numbers.Values.Select(plate =>
                (plate.GetHashCode(StringComparison.Ordinal) % 2 == 0 ? _first : _second).Get(Make.Squad, $"checks/{plate}")
            )
        );
        await using var proof = ChildProcess.Start(
            Path.Combine(AppContext.BaseDirectory, "Filing.Api"),
            ["verify"],
            _filingFolder.Path,
            new Dictionary<string, string> { ["DATA_DIR"] = _filingFolder.Path }
        );
        await Eventually.See("the chains are proved.", Patience, () => Task.FromResult(proof.HasExited), () => proof.Explanation);
        Assert.DoesNotContain(proof.Words, word => word.StartsWith("BROKEN", StringComparison.Ordinal));
        Assert.Contains(proof.Words, word => word.StartsWith("proved  facts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_workers_share_the_queues_and_every_sighting_is_judged_and_every_run_announced_once()
    {
        await using var one = WorkerProcess.Start(_dispatchFolder.Path, broker.Address.ToString());
        await using var two = WorkerProcess.Start(_dispatchFolder.Path, broker.Address.ToString());

        // What is said before anybody listens waits in the outbox, longer with every try: a slow start is not what is looked at here.
        foreach (var worker in new[] { one, two })
        {
            await WorkerProcess.Listens(worker);
        }

        var ids = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 60),
            new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (batch, _) =>
            {
                var plate = Make.Plate(1 + (batch % 20));
                var sightings = Enumerable.Range(0, 3).Select(i => $"s{batch:00}-{i}").ToList();
                foreach (var id in sightings)
                {
                    ids.Add(id);
                }

                await (batch % 2 == 0 ? _first : _second).Create(
                    Make.Camera,
                    "sightings",
                    sightings.Select(id => Make.Sighting(id, plate))
                );
            }
        );

        await Eventually.See(
            "every sighting is judged.",
            Patience,
            async () =>
            {
                var stored = await _second.List(Make.Squad, "sightings");
                return stored.Count == ids.Count && stored.TrueForAll(sighting => sighting.GetProperty("code").GetString() == "not-filed");
            },
            () => one.Explanation + two.Explanation
        );
        await Eventually.See(
            "every truck's run is announced.",
            Patience,
            async () => (await _first.List(Make.Squad, "runs")).Count >= 20,
            () => one.Explanation
        );
        var runs = await _first.List(Make.Squad, "runs");
        Assert.Equal(20, runs.Select(run => run.GetProperty("plate").GetString()).Distinct().Count());
        Assert.Equal(20, runs.Count);
        output.WriteLine($"{ids.Count} sightings by two workers: each judged, 20 runs, each once.");
    }
}
