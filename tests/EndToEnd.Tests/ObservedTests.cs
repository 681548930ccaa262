using System.Text.RegularExpressions;
using EndToEnd.Tests.Brokers;
using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

/// <summary>What operations see of both programs and of the broker between them.</summary>
public sealed partial class ObservedTests(ITestOutputHelper output)
{
    private const string Plate = "湘A00001";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task One_trace_follows_a_filing_to_the_worker_and_back_and_every_metric_of_the_alert_rules_exists()
    {
        await using var collector = await Collector.Start();
        await using var broker =
            await LocalCluster.Start(withFigures: true)
            ?? throw new InvalidOperationException("There is no RabbitMQ: apt-get install rabbitmq-server.");
        using var filingFolder = new TempFolder("filing");
        using var dispatchFolder = new TempFolder("dispatch");
        await using var filing = await FilingProcess.Start(filingFolder.Path, broker.Addresses, collector.Environment);
        await using var worker = WorkerProcess.Start(dispatchFolder.Path, broker.Addresses, collector.Environment);
        var workerAddress = await WorkerProcess.Listens(worker);
        using var client = new Client(filing.Address);
        await Make.World(client, trucks: 1);
        await client.Create(Make.Clerk, "filings", Make.Filing(Plate));
        await client.Create(Make.Camera, "sightings", new[] { Make.Sighting("s1", Plate) });
        await Eventually.See(
            "the sighting is judged.",
            Patience,
            async () => (await client.List(Make.Squad, "sightings"))[0].GetProperty("code").GetString() == "pending",
            () => worker.Explanation
        );

        await client.Get(Make.Squad, $"checks/{Plate}");
        await Followed(collector, "POST /api/v1/filings", ["outbox Contracts.Filing.RegisterFactsAdded"], "dispatch-keep-register-facts");
        await Followed(
            collector,
            "POST /api/v1/sightings",
            ["outbox Contracts.Filing.SightingsReported", "outbox Contracts.Dispatch.SightingsJudged"],
            "dispatch-judge-sightings"
        );
        await Eventually.See(
            "the check is exported.",
            Patience,
            () => Task.FromResult(collector.Spans.Any(span => span.Name == "GET /api/v1/checks/{plate}"))
        );
        Assert.DoesNotContain("A00001", collector.Everything, StringComparison.Ordinal);
        await Shown(filing.Address, workerAddress, broker.Nodes[0].Figures);
    }

    /// <summary>From the request on, each span begins in the one before it.</summary>
    private async Task Followed(Collector collector, string request, string[] sendings, string queue)
    {
        List<Span> trace = [];
        await Eventually.See(
            $"the worker's part of {request} is exported.",
            Patience,
            () =>
            {
                var spans = collector.Spans.ToList();
                trace =
                [
                    .. spans.Where(span =>
                        spans.Find(root => root.Name.StartsWith(request, StringComparison.Ordinal))?.Trace == span.Trace
                    ),
                ];
                return Task.FromResult(
                    trace.Exists(span => span.Service == "dispatch-worker" && span.Name.Contains(queue, StringComparison.Ordinal))
                        && Array.TrueForAll(sendings, name => trace.Exists(span => span.Name == name))
                );
            },
            () => string.Join('\n', collector.Spans.Select(span => $"{span.Trace} {span.Parent} {span.Id} {span.Service} {span.Name}"))
        );
        var received = trace.First(span => span.Service == "dispatch-worker" && span.Name.Contains(queue, StringComparison.Ordinal));
        var way = new List<Span>();
        for (var span = received; span is not null; span = trace.Find(other => other.Id == span.Parent))
        {
            way.Insert(0, span);
        }

        output.WriteLine(string.Join(" > ", way.Select(span => $"{span.Service}: {span.Name}")));
        Assert.StartsWith(request, way[0].Name, StringComparison.Ordinal);
        Assert.Contains(way, span => span.Name == sendings[0] && span.Service == "filing-api");
    }

    private async Task Shown(Uri filing, Uri worker, Uri broker)
    {
        using (var http = Client.Http(worker))
        {
            Assert.Equal("{\"store\":\"ok\",\"broker\":\"ok\"}", await http.GetStringAsync(new Uri("/readyz", UriKind.Relative)));
            var taken = (await Figures.Lines(http, "/metrics"))
                .Where(line => line.StartsWith("messaging_masstransit_consume_ea_total", StringComparison.Ordinal))
                .ToList();
            output.WriteLine(string.Join('\n', taken));
            Assert.Contains(
                taken,
                line => line.Contains("messaging_masstransit_destination=\"dispatch-judge-sightings\"", StringComparison.Ordinal)
            );
            Assert.Equal(0, await Figures.Of(http, "store_parked{store=\"DispatchDb\"}"));
        }

        var monitoring = Path.Combine(Repository(), "deploy", "monitoring");
        var asked = OfDelivery()
            .Matches(
                await File.ReadAllTextAsync(Path.Combine(monitoring, "rules.yaml"))
                    + await File.ReadAllTextAsync(Path.Combine(monitoring, "dashboard.json"))
            )
            .Select(match => match.Value)
            .ToHashSet();
        Assert.NotEmpty(asked);
        IReadOnlySet<string> shown = new HashSet<string>();
        // The broker counts its queues every few seconds; before the first count it shows none.
        await Eventually.See(
            "every figure of the rules and the dashboard is shown.",
            Patience,
            async () => asked.IsSubsetOf(shown = await Names(filing, worker, broker)),
            () => $"Missing: {string.Join(' ', asked.Except(shown))}. Shown: {string.Join(' ', shown.Order(StringComparer.Ordinal))}."
        );
    }

    private static async Task<IReadOnlySet<string>> Names(Uri filing, Uri worker, Uri broker)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var (address, path) in new[]
            {
                (filing, "/metrics"),
                (worker, "/metrics"),
                (broker, "/metrics/detailed?family=queue_coarse_metrics"),
            }
        )
        {
            using var http = Client.Http(address);
            names.UnionWith(await Figures.Names(http, path));
        }

        return names;
    }

    private static string Repository()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Vacuum.slnx")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("This test belongs in the repository.");
    }

    [GeneratedRegex(@"\b(store|writer|messaging_masstransit|rabbitmq)_[a-z_]+\b(?=[\[{])")]
    private static partial Regex OfDelivery();
}
