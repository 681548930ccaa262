using System.Collections.Concurrent;
using System.Diagnostics;
using EndToEnd.Tests.Running;

namespace Benchmarks.Service;

/// <summary>
/// Both programs over a real broker, everything on this machine: what the broker costs the sightings, how soon another instance
/// knows, and what a dead broker does to a filing.
/// </summary>
internal static class BrokerBench
{
    private const int Trucks = 2_000;
    private const int BatchSize = 500;
    private const int Batches = 160;
    private const int WarmUp = 240;
    private const int Clerks = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);

    public static async Task<IReadOnlyList<Row>> Run(Arguments arguments)
    {
        var (pairs, filings) = (arguments.Number("pairs", 5), arguments.Number("filings", 200));
        (string Name, Func<Task<Row>> Measure)[] parts =
        [
            ("sightings", () => Sightings(pairs)),
            ("instance", () => OtherInstance(arguments.Number("records", 300))),
            ("away", () => BrokerAway(pairs, filings)),
        ];
        var rows = new List<Row>();
        foreach (var (_, measure) in parts.Where(part => part.Name.Contains(arguments.Text("only"), StringComparison.Ordinal)))
        {
            rows.Add(await measure());
        }

        return rows;
    }

    /// <summary>
    /// The same batches, accepted and judged to the last: embedded in one process, and through the broker in two. Alternating, each pair
    /// on new stores.
    /// </summary>
    private static async Task<Row> Sightings(int pairs)
    {
        List<(double Embedded, double Broker)> rates = [];
        for (var pair = 1; pair <= pairs; pair++)
        {
            var embedded = await Embedded();
            var broker = await ThroughBroker();
            await Console.Error.WriteLineAsync($"sightings, pair {pair}: embedded {embedded:N0}/s, through RabbitMQ {broker:N0}/s");
            rates.Add((embedded, broker));
        }

        var share = Row.Median(rates.Select(rate => rate.Broker / rate.Embedded));
        return new Row(
            "sightings through RabbitMQ to judged",
            $"{Row.Number(Row.Median(rates.Select(rate => rate.Broker)))}/s, {share:0.00} of embedded",
            $"embedded {Row.Number(Row.Median(rates.Select(rate => rate.Embedded)))}/s; {Batches * BatchSize:N0} sightings, "
                + $"median of {pairs} pairs",
            "≥ 0.6",
            share >= 0.6,
            "processor: broker, both programs and the clients on the same cores"
        );

        static async Task<double> Embedded()
        {
            using var folder = new TempFolder("embedded");
            await using var service = await FilingProcess.Start(folder.Path);
            using var client = new Client(service.Address);
            return await UntilJudged(client);
        }

        static async Task<double> ThroughBroker()
        {
            // Announced as late as by the embedded one: both do the same work.
            await using var all = await Installation.Start(_ => { }, grace: new DispatchWorker.Settings.DispatchSettings("").RunGrace);
            return await UntilJudged(all.Client);
        }
    }

    /// <summary>Sightings a second, from the first batch sent to the last one judged.</summary>
    private static async Task<double> UntilJudged(Client client)
    {
        await Make.World(client, Trucks);

        // A good many first: what is compiled and connected at the first use is not what is measured.
        await Send(client, "warm", WarmUp);
        await Judged(client, WarmUp * BatchSize);
        var watch = Stopwatch.StartNew();
        await Send(client, "s", Batches);
        await Judged(client, (WarmUp + Batches) * BatchSize);
        return Batches * BatchSize / watch.Elapsed.TotalSeconds;
    }

    private static Task Send(Client client, string name, int batches) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, batches),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (batch, _) =>
                await client.Create(
                    Make.Camera,
                    "sightings",
                    Enumerable
                        .Range(0, BatchSize)
                        .Select(i => Make.Sighting($"{name}-{batch}-{i}", Make.Plate(1 + (((batch * BatchSize) + i) % Trucks))))
                )
        );

    /// <summary>By the service's own count at <c>/metrics</c> of the judgements it has taken in.</summary>
    private static Task Judged(Client client, int all) =>
        Eventually.See(
            $"{all} sightings are judged.",
            Patience,
            async () => await client.Metric("filing_sightings_total{fate=\"judged\"}") >= all
        );

    /// <summary>From the answer to the record until the other instance, asked again and again, says green.</summary>
    private static async Task<Row> OtherInstance(int records)
    {
        await using var all = await Installation.Start(_ => { });
        await Make.World(all.Client, records + 20);
        await using var other = await FilingProcess.Start(all.FilingFolder, all.Broker.Addresses);
        using var there = all.Client.At(other.Address);
        List<double> took = [];
        for (var truck = 1; truck <= records + 20; truck++)
        {
            var plate = Make.Plate(truck);
            var number = (await all.Client.Create(Make.Clerk, "filings", Make.Filing(plate))).Text("number");
            await all.Client.Post(Make.Station, $"filings/{number}/record", new { });
            var watch = Stopwatch.StartNew();
            while ((await there.Get(Make.Squad, $"checks/{plate}")).Text("code") != "filed")
            {
                if (watch.Elapsed > Patience)
                {
                    throw new TimeoutException($"{plate} is not green at the other instance.");
                }
            }

            // The first ones are compiled while they run.
            if (truck > 20)
            {
                took.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        var p99 = Row.Percentile(took, 0.99);
        return new Row(
            "record → green at another instance",
            $"p99 {p99:0} ms",
            $"p50 {Row.Percentile(took, 0.5):0} ms, worst {took.Max():0} ms of {took.Count}",
            "p99 ≤ 1 s",
            p99 <= 1000,
            "what is not green in memory is looked up in the store"
        );
    }

    /// <summary>Filings by so many clerks, with the broker and then without it, in turn.</summary>
    private static async Task<Row> BrokerAway(int pairs, int filings)
    {
        await using var all = await Installation.Start(_ => { });
        await Make.World(all.Client, 200);
        var truck = 0;
        await File(all.Client, filings, () => Interlocked.Increment(ref truck));
        List<(double With, double Without)> p95 = [];
        for (var pair = 1; pair <= pairs; pair++)
        {
            var with = await File(all.Client, filings, () => Interlocked.Increment(ref truck));
            await all.Broker.Kill();
            var without = await File(all.Client, filings, () => Interlocked.Increment(ref truck));
            await all.Broker.StartAgain();
            await Eventually.See(
                "what waited for the broker is sent.",
                Patience,
                async () => await all.Client.Metric("store_outbox_length") == 0
            );
            await Console.Error.WriteLineAsync($"filings, pair {pair}: p95 {with:0.0} ms with the broker, {without:0.0} ms without");
            p95.Add((with, without));
        }

        var times = Row.Median(p95.Select(pair => pair.Without / pair.With));
        return new Row(
            "filing answered while the broker is away, p95",
            $"{Row.Median(p95.Select(pair => pair.Without)):0} ms, {times:0.00} × with it",
            $"with it {Row.Median(p95.Select(pair => pair.With)):0} ms; {filings} filings by {Clerks} clerks, median of {pairs} pairs",
            "≤ 1.5 ×",
            times <= 1.5,
            "a filing waits for its commit alone"
        );
    }

    private static async Task<double> File(Client client, int filings, Func<int> next)
    {
        var took = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, filings),
            new ParallelOptions { MaxDegreeOfParallelism = Clerks },
            async (_, _) =>
            {
                var watch = Stopwatch.StartNew();
                await client.Create(Make.Clerk, "filings", Make.Filing(Make.Plate(1 + (next() % 200))));
                took.Add(watch.Elapsed.TotalMilliseconds);
            }
        );
        return Row.Percentile(took, 0.95);
    }
}
