using System.Text.Json;
using EndToEnd.Tests.Brokers;
using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

/// <summary>Both programs as they are built, with a real RabbitMQ between them.</summary>
[Collection(BrokerGroup.Name)]
public sealed class TwoProcessesTests(Broker broker) : IAsyncLifetime
{
    private const string FiledPlate = "湘A00001";
    private const string UnfiledPlate = "湘A00002";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly string[] FilingEndpoints = ["filing-keep-judgements", "filing-follow-runs", "filing-route-reviews"];
    private static readonly string[] DispatchEndpoints = ["dispatch-keep-register-facts", "dispatch-judge-sightings"];
    private static readonly string[] Endpoints = [.. FilingEndpoints, .. DispatchEndpoints];
    private readonly TempFolder _filingFolder = new("filing");
    private readonly TempFolder _dispatchFolder = new("dispatch");
    private FilingProcess _filing = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"The broker is {broker.Origin}.");
        await broker.Forget(Endpoints);
        _filing = await FilingProcess.Start(_filingFolder.Path, broker.Address.ToString());
        _client = new Client(_filing.Address);
        await Make.World(_client, trucks: 2);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_filing is not null)
        {
            await _filing.DisposeAsync();
        }

        _filingFolder.Dispose();
        _dispatchFolder.Dispose();
    }

    [Fact]
    public async Task A_filing_is_recorded_and_sightings_are_judged_also_those_from_before_the_worker_first_ran()
    {
        await FileAndRecord();
        await Report(("s1", FiledPlate), ("s2", UnfiledPlate));
        await Eventually.See(
            "what nobody takes yet has been tried several times.",
            Patience,
            async () => await _client.Metric("store_outbox_age_seconds") > 10
        );

        // A line at most of each try, and no stack: a night without a worker must not fill the log.
        var words = _filing.Words.ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{words.Count} lines, the longest of {words.Max(word => word.Length)} characters:\n"
                + $"{string.Join('\n', words.Select(word => word[..Math.Min(word.Length, 300)]))}"
        );
        Assert.DoesNotContain(words, word => word.Contains("   at ", StringComparison.Ordinal));
        await using var worker = WorkerProcess.Start(_dispatchFolder.Path, broker.Address.ToString());

        await SeeJudged(worker, ("s1", "filed"), ("s2", "not-filed"));
        await SeeRunOf(UnfiledPlate, "s2", worker);
        await NothingFailed();
    }

    private async Task FileAndRecord()
    {
        var number = (await _client.Create(Make.Clerk, "filings", Make.Filing(FiledPlate))).Text("number");
        await Eventually.See(
            "the filing stands in the station's inbox.",
            Patience,
            async () => (await Inbox()).SequenceEqual([number]),
            () => _filing.Explanation
        );
        Assert.Equal("pending", (await _client.Get(Make.Squad, $"checks/{FiledPlate}")).Text("code"));

        var recorded = await _client.Post(Make.Station, $"filings/{number}/record", new { });
        Assert.True(recorded.Status == 200, recorded.ToString());
        var check = await _client.Get(Make.Squad, $"checks/{FiledPlate}");
        Assert.Equal(("filed", "green"), (check.Text("code"), check.Text("colour")));
        await Eventually.See(
            "the station's inbox is empty again.",
            Patience,
            async () => (await Inbox()).Count == 0,
            () => _filing.Explanation
        );
    }

    private async Task Report(params (string Id, string Plate)[] sightings)
    {
        var answer = await _client.Create(
            Make.Camera,
            "sightings",
            sightings.Select(sighting => Make.Sighting(sighting.Id, sighting.Plate))
        );
        Assert.Equal(sightings.Length, answer.Body.GetProperty("accepted").GetInt32());
    }

    private async Task<List<string>> Inbox() =>
        (await _client.Get(Make.Station, "reviews"))
            .Body.GetProperty("items")
            .EnumerateArray()
            .Select(review => review.GetProperty("number").GetString()!)
            .ToList();

    private async Task<Dictionary<string, string?>> Judgements() =>
        (await _client.List(Make.Squad, "sightings")).ToDictionary(
            sighting => sighting.GetProperty("senderId").GetString()!,
            sighting => sighting.GetProperty("code").GetString()
        );

    private async Task SeeJudged(ChildProcess worker, params (string Id, string Code)[] expected)
    {
        await Eventually.See(
            "every sighting is judged.",
            Patience,
            async () => (await Judgements()).Values.All(code => code is not null),
            () => worker.Explanation + _filing.Explanation
        );

        // A fact may overtake the sightings it speaks about or come after them: they are judged again then.
        var wanted = expected.ToDictionary(sighting => sighting.Id, sighting => (string?)sighting.Code);
        await Eventually.See(
            "every sighting is judged as the register says.",
            Patience,
            async () =>
                (await Judgements())
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .SequenceEqual(wanted.OrderBy(pair => pair.Key, StringComparer.Ordinal)),
            () => worker.Explanation + _filing.Explanation
        );
    }

    private async Task SeeRunOf(string plate, string sighting, ChildProcess worker)
    {
        await Eventually.See(
            "the unfiled truck's run is announced.",
            Patience,
            async () => (await RunsOf(plate)).Count > 0,
            () => worker.Explanation
        );
        var run = Assert.Single(await RunsOf(plate));
        Assert.Equal("open", run.GetProperty("status").GetString());
        var seen = (await _client.List(Make.Squad, "sightings")).Single(item => item.GetProperty("senderId").GetString() == sighting);
        Assert.Equal([seen.GetProperty("id").GetString()], run.GetProperty("sightings").EnumerateArray().Select(id => id.GetString()));
    }

    private async Task<List<JsonElement>> RunsOf(string plate) =>
        (await _client.List(Make.Squad, "runs")).FindAll(run => run.GetProperty("plate").GetString() == plate);

    /// <summary>Every endpoint is there and empty, and none has put a message aside.</summary>
    private async Task NothingFailed()
    {
        foreach (var endpoint in Endpoints)
        {
            await Eventually.See($"{endpoint} is empty.", Patience, async () => await broker.Waiting(endpoint) == 0);
            Assert.True((await broker.Waiting($"{endpoint}_error") ?? 0) == 0, $"{endpoint} failed on a message.");
            Assert.True((await broker.Waiting($"{endpoint}_skipped") ?? 0) == 0, $"{endpoint} did not know a message.");
        }
    }
}
