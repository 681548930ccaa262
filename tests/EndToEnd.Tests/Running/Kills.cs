using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace EndToEnd.Tests.Running;

/// <summary>The state after the last restart, compared with the answers given before.</summary>
/// <param name="Lost">What was confirmed and is missing or different.</param>
/// <param name="Doubled">What exists twice or was never confirmed.</param>
/// <param name="Answers">How many requests were answered before, between and after the kills.</param>
/// <param name="Filings">Answered as filed.</param>
/// <param name="Sightings">Answered as accepted.</param>
internal sealed record KillOutcome(IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, int Answers, int Filings, int Sightings)
{
    public override string ToString() =>
        $"{Answers} answers, {Filings} filings, {Sightings} sightings: {Lost.Count} lost, {Doubled.Count} doubled. "
        + $"{string.Join("; ", Lost.Concat(Doubled).Take(10))}";
}

/// <summary>Clients work while the service is killed and restarted several times; then everything that was answered is checked.</summary>
internal static class Kills
{
    private const int Trucks = 900;
    private const int LeastAnswers = 300;
    private const int MostAnswers = 700;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static async Task<KillOutcome> Run(int rounds, int seed, Action<string> say)
    {
#pragma warning disable CA5394 // when to kill is no secret
        var random = new Random(seed);
        say($"Seed {seed}.");
        using var folder = new TempFolder("kill");
        var service = await FilingProcess.Start(folder.Path);
        try
        {
            using var client = new Client(service.Address);
            await Make.World(client, Trucks);
            var load = new Load(client, seed, Trucks);
            for (var round = 1; round <= rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                var clients = load.Run();
                await load.HasAnswered(random.Next(LeastAnswers, MostAnswers), clients);

                // At any point of a commit, not only just after an answer.
                await Task.Delay(random.Next(20));
                await service.Kill();
                await clients;
                var unanswered = load.Unanswered;
                service = await FilingProcess.Start(folder.Path);
                client.MoveTo(service.Address);
                say(
                    $"Round {round}: killed after {load.Answered} answers, {unanswered} requests unanswered; "
                        + $"{watch.Elapsed.TotalSeconds:0.0} s with the restart."
                );
            }

            await load.Finish();
            return await Look(client, load);
        }
        finally
        {
            await service.DisposeAsync();
        }
#pragma warning restore CA5394
    }

    public static async Task<KillOutcome> Look(Client client, Load load)
    {
        var found = new Found();
        await Filings(client, load, found);
        await Verdicts(client, load.Filings.Values, found);
        await Inbox(client, load.Filings.Values, found);
        await Sightings(client, load, found);
        if (
            (await client.Get(Make.Squad, "../../readyz")).Body.GetProperty("parts").GetProperty("parked").GetProperty("status").GetString()
            != "ok"
        )
        {
            found.Lost.Add("a message is parked");
        }

        return new KillOutcome(
            [.. found.Lost.Order()],
            [.. found.Doubled.Order()],
            load.Answered,
            load.Filings.Count,
            load.Sightings.Count
        );
    }

    /// <summary>Each filing has its own truck: a filing accepted twice shows as a second filing of its truck.</summary>
    private static async Task Filings(Client client, Load load, Found found)
    {
        var stored = new List<string>();
        foreach (var clerk in new[] { Make.Clerk, Make.Clerk2 })
        {
            stored.AddRange(
                (await client.List(clerk, "filings")).Select(filing =>
                    $"filing {Text(filing, "number")} {filing.GetProperty("trucks")[0].GetProperty("plate").GetString()} "
                    + $"{Text(filing, "status")}"
                )
            );
        }

        found.Compare(
            load.Filings.Values.Select(filing => $"filing {filing.Number} {filing.Plate} {(filing.IsRecorded ? "recorded" : "submitted")}"),
            stored
        );
    }

    private static Task Verdicts(Client client, ICollection<Filed> filings, Found found) =>
        Each(
            filings,
            async filing =>
            {
                var check = await client.Get(Make.Squad, $"checks/{filing.Plate}");
                var rests = string.Join(' ', check.Body.GetProperty("rests").EnumerateArray().Select(rest => Text(rest, "number")));
                found.Compare(
                    [$"verdict {(filing.IsRecorded ? "filed" : "pending")} {filing.Number}"],
                    [$"verdict {check.Text("code")} {rests}"]
                );
            }
        );

    /// <summary>Compares the numbers, not only their count: one missing and one additional filing would cancel out.</summary>
    private static async Task Inbox(Client client, ICollection<Filed> filings, Found found)
    {
        var waiting = filings.Where(filing => !filing.IsRecorded).Select(filing => filing.Number).Order(StringComparer.Ordinal).ToList();
        List<string> inbox = [];
        await InTime(async () =>
        {
            inbox =
            [
                .. (await client.List(Make.Station, "reviews")).Select(review => Text(review, "number")).Order(StringComparer.Ordinal),
            ];
            return waiting.SequenceEqual(inbox);
        });
        found.Compare(waiting.Select(number => $"review {number}"), inbox.Select(number => $"review {number}"));
    }

    /// <summary>Each exists once, and is judged as the register says for its moment: the worker judges again after a late fact.</summary>
    private static async Task Sightings(Client client, Load load, Found found)
    {
        List<JsonElement> stored = [];
        await InTime(async () =>
            (stored = await client.List(Make.Squad, "sightings")).TrueForAll(sighting =>
                sighting.GetProperty("code").ValueKind == JsonValueKind.String
            )
        );
        found.Compare(load.Sightings.Select(id => $"sighting {id}"), stored.Select(sighting => $"sighting {Text(sighting, "senderId")}"));
        var verdicts = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Each(
            stored,
            async sighting =>
                verdicts[Text(sighting, "senderId")] = (
                    await client.Get(Make.Squad, $"checks/{Text(sighting, "plate")}?at={Uri.EscapeDataString(Text(sighting, "at"))}")
                ).Text("code")
        );
        await InTime(async () =>
            (stored = await client.List(Make.Squad, "sightings")).TrueForAll(sighting =>
                sighting.GetProperty("code").GetString() == verdicts[Text(sighting, "senderId")]
            )
        );
        found.Compare(
            verdicts.Select(pair => $"judgement {pair.Key} {pair.Value}"),
            stored.Select(sighting => $"judgement {Text(sighting, "senderId")} {sighting.GetProperty("code").GetString()}")
        );
    }

    private static async Task InTime(Func<Task<bool>> look)
    {
        for (var waited = Stopwatch.StartNew(); !await look() && waited.Elapsed < Patience; )
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static Task Each<T>(IEnumerable<T> items, Func<T, Task> act) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (item, _) => await act(item));

    private sealed class Found
    {
        private readonly Lock _gate = new();
        public List<string> Lost { get; } = [];
        public List<string> Doubled { get; } = [];

        /// <summary>Exactly as many of each.</summary>
        public void Compare(IEnumerable<string> expected, IEnumerable<string> stored)
        {
            var difference = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var one in expected)
            {
                difference[one] = difference.GetValueOrDefault(one) - 1;
            }
            foreach (var one in stored)
            {
                difference[one] = difference.GetValueOrDefault(one) + 1;
            }

            lock (_gate)
            {
                Lost.AddRange(difference.Where(pair => pair.Value < 0).Select(pair => pair.Key));
                Doubled.AddRange(difference.Where(pair => pair.Value > 0).Select(pair => pair.Key));
            }
        }
    }
}

/// <summary>What a clerk was answered about one filing.</summary>
internal sealed record Filed(string Number, string Plate)
{
    public bool IsRecorded { get; set; }
}
