using System.Diagnostics;
using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

/// <summary>The service as one process on a disk, ended by SIGKILL in the middle of its work.</summary>
public sealed class KillUnderLoadTests(ITestOutputHelper output)
{
    private const int Rounds = 3;
    private const int Trucks = 900;
    private const int LeastAnswers = 300;
    private const int MostAnswers = 700;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Three_kills_under_load_lose_and_double_nothing_that_was_answered()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        output.WriteLine($"Seed {seed}.");
        using var folder = new TempFolder("kill");
        var service = await FilingProcess.Start(folder.Path);
        try
        {
            using var client = new Client(service.Address);
            await Make.World(client, Trucks);
            var load = new Load(client, seed, Trucks);
            for (var round = 1; round <= Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                var clients = load.Run();
                await load.HasAnswered(random.Next(LeastAnswers, MostAnswers), clients);

                // Anywhere within a commit, not only just after an answer.
                await Task.Delay(random.Next(20));
                await service.Kill();
                await clients;
                var unanswered = load.Unanswered;
                service = await FilingProcess.Start(folder.Path);
                client.MoveTo(service.Address);
                output.WriteLine($"Round {round}: killed after {load.Answered} answers, {unanswered} requests unanswered; {watch.Elapsed.TotalSeconds:0.0} s with the restart.");
            }

            await load.Finish();
            await Verify(client, load);
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    private async Task Verify(Client client, Load load)
    {
        var expected = load.Filings.Values;
        await EveryAnsweredFilingExistsOnceAsAnswered(client, load);
        await EveryRecordedFilingIsGreenAtOnce(client, expected);
        var inbox = await TheInboxHoldsWhatWaits(client, expected);
        var sightings = await EverySightingExistsOnceAndIsJudgedAsTheRegisterSays(client, load);
        Assert.Equal("ok", (await Ready(client)).GetProperty("parked").GetProperty("status").GetString());
        output.WriteLine($"{load.Answered} answers; {expected.Count} filings, {expected.Count(filing => filing.IsRecorded)} recorded, {inbox} in the inbox, {sightings} sightings judged; {load.Repeated} requests repeated.");
        output.WriteLine("0 lost, 0 doubled.");
    }

    private static async Task EveryAnsweredFilingExistsOnceAsAnswered(Client client, Load load)
    {
        var stored = new List<(string Number, string Plate, string Status)>();
        foreach (var clerk in new[] { Make.Clerk, Make.Clerk2 })
        {
            stored.AddRange((await client.List(clerk, "filings")).Select(filing =>
                (filing.GetProperty("number").GetString()!, filing.GetProperty("trucks")[0].GetProperty("plate").GetString()!, filing.GetProperty("status").GetString()!)));
        }

        // One truck each: a filing that was taken twice would show as a second filing of its truck.
        Assert.Equal(
            load.Filings.Values.Select(filing => (filing.Number, filing.Plate, filing.IsRecorded ? "recorded" : "submitted")).Order(),
            stored.Order());
    }

    private static Task EveryRecordedFilingIsGreenAtOnce(Client client, ICollection<Filed> filings) =>
        Each(filings, async filing =>
        {
            var check = await client.Get(Make.Squad, $"checks/{filing.Plate}");
            var rest = Assert.Single(check.Body.GetProperty("rests").EnumerateArray().Select(rest => rest.GetProperty("number").GetString()));
            Assert.Equal((filing.IsRecorded ? "green" : "red", filing.IsRecorded ? "filed" : "pending", filing.Number), (check.Text("colour"), check.Text("code"), rest));
        });

    private static async Task<int> TheInboxHoldsWhatWaits(Client client, ICollection<Filed> filings)
    {
        var waiting = filings.Where(filing => !filing.IsRecorded).Select(filing => filing.Number).Order(StringComparer.Ordinal).ToList();

        // The numbers, not only how many: halfway through, one too many and one too few look right.
        IEnumerable<string> inbox = [];
        await Eventually.See($"the inbox holds the {waiting.Count} filings that wait.", Patience, async () =>
        {
            inbox = (await client.List(Make.Station, "reviews")).Select(review => review.GetProperty("number").GetString()!).Order(StringComparer.Ordinal);
            return waiting.SequenceEqual(inbox);
        }, () => $"Missing: {string.Join(", ", waiting.Except(inbox))}; too many: {string.Join(", ", inbox.Except(waiting))}");
        Assert.Equal(waiting.Count, (await client.Get(Make.Station, "reviews")).Body.GetProperty("waiting").GetInt32());
        return waiting.Count;
    }

    private static async Task<int> EverySightingExistsOnceAndIsJudgedAsTheRegisterSays(Client client, Load load)
    {
        await Eventually.See("every sighting is judged.", Patience, async () =>
            (await client.List(Make.Squad, "sightings")).TrueForAll(sighting => sighting.GetProperty("code").GetString() is not null));
        var stored = await client.List(Make.Squad, "sightings");
        Assert.Equal(load.Sightings.Order(StringComparer.Ordinal), stored.Select(sighting => sighting.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));

        // The worker judges again when a fact comes late; in the end it says what the register says of that moment.
        await Each(stored, async sighting =>
        {
            var id = sighting.GetProperty("id").GetString()!;
            var at = Uri.EscapeDataString(sighting.GetProperty("at").GetString()!);
            var verdict = (await client.Get(Make.Squad, $"checks/{sighting.GetProperty("plate").GetString()}?at={at}")).Text("code");
            if (sighting.GetProperty("code").GetString() == verdict) { return; }

            await Eventually.See($"sighting {id} is judged {verdict}.", Patience, async () =>
                (await client.List(Make.Squad, "sightings")).Single(other => other.GetProperty("id").GetString() == id).GetProperty("code").GetString() == verdict);
        });
        return stored.Count;
    }

    private static async Task<System.Text.Json.JsonElement> Ready(Client client) => (await client.Get(Make.Squad, "../../readyz")).Body.GetProperty("parts");

    private static Task Each<T>(IEnumerable<T> items, Func<T, Task> act) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (item, _) => await act(item));
}

/// <summary>What a clerk was answered about one filing.</summary>
internal sealed record Filed(string Number, string Plate)
{
    public bool IsRecorded { get; set; }
}
