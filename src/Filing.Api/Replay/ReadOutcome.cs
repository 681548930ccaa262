using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>Reads the outcome of the day through the API, with accounts that may see it.</summary>
public sealed class ReadOutcome(Caller caller, World world, Journal journal)
{
    private readonly string _squad = world.AccountWith("squad") ?? world.AccountWith("supervisor") ?? CreateWorld.Admin;
    private readonly string? _station = world.AccountWith("station") ?? world.AccountWith("supervisor");

    public async Task<Outcome> Run(CancellationToken cancel)
    {
        // The day is over and nothing changes any more, so these can be read in parallel.
        var (filings, ledger, leads) = (Filings(cancel), Ledger(cancel), Leads(cancel));
        await Task.WhenAll(filings, ledger, leads);
        var (codes, senders) = await ledger;
        var runs = await Runs(senders, cancel);
        return new Outcome(await filings, journal.Checks, journal.Sightings.Outcome(codes), runs, await leads).Sorted();
    }

    private async Task<OrderedDictionary<string, FilingOutcome>> Filings(CancellationToken cancel)
    {
        var filings = new OrderedDictionary<string, FilingOutcome>(StringComparer.Ordinal);
        foreach (var (name, filed) in journal.Filings)
        {
            filings[name] = filed is { } filing ? await Filing(filing.Number, filing.By, cancel) : FilingOutcome.None;
        }

        return filings;
    }

    /// <summary>Read as the station; a filing of another town's station is read as the account that filed it.</summary>
    private async Task<FilingOutcome> Filing(string number, string filedBy, CancellationToken cancel)
    {
        var path = $"filings/{Uri.EscapeDataString(number)}";
        var answer = await caller.Get(_station ?? filedBy, path, cancel);
        if (answer.Status is 403 or 404 && _station is not null)
        {
            answer = await caller.Get(filedBy, path, cancel);
        }

        if (!answer.Done)
        {
            throw new ReplayStoppedException($"The service does not show filing {number}: {answer.Sentence}");
        }

        return new FilingOutcome(
            Required(answer.Body, "status", path),
            Moment(answer.Body, "dueAt", path),
            answer.Body.IsTrue("overdue"),
            false
        );
    }

    /// <summary>The judgement of each sender's id, and the sender's id of each one inside: a day speaks of the sender's.</summary>
    private async Task<(Dictionary<string, string> Codes, Dictionary<string, string> Senders)> Ledger(CancellationToken cancel)
    {
        var (codes, senders) = (
            new Dictionary<string, string>(StringComparer.Ordinal),
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
        await foreach (var item in caller.List(_squad, "sightings", cancel))
        {
            var sent = Required(item, "senderId", "sightings");
            codes[sent] = Required(item, "code", "sightings");
            senders[Required(item, "id", "sightings")] = sent;
        }

        return (codes, senders);
    }

    private async Task<List<RunOutcome>> Runs(Dictionary<string, string> senders, CancellationToken cancel)
    {
        var runs = new List<RunOutcome>();
        await foreach (var item in caller.List(_squad, "runs", cancel))
        {
            if (Required(item, "status", "runs") is "cleared" or "joined")
            {
                continue;
            }

            runs.Add(
                new RunOutcome(
                    Required(item, "plate", "runs"),
                    item.Text("colour"),
                    RequiredMoment(item, "first"),
                    RequiredMoment(item, "last"),
                    [.. Texts(item, "sightings").Select(id => senders.GetValueOrDefault(id) ?? id)],
                    Texts(item, "codes")
                )
            );
        }

        return runs;
    }

    private async Task<List<LeadOutcome>> Leads(CancellationToken cancel)
    {
        var leads = new List<LeadOutcome>();
        await foreach (var item in caller.List(_squad, "leads", cancel))
        {
            var kind = Required(item, "kind", "leads");
            if (kind == "unregistered-run")
            {
                continue;
            }

            leads.Add(new LeadOutcome(kind, item.Text("trip") is { } trip ? NamedTrip(trip) : null, Required(item, "plate", "leads")));
        }

        return leads;
    }

    /// <summary>Turns `{number}-{n}` into the day's `{ref}/{n}`. An unknown trip stays as it is, so that the comparison shows it.</summary>
    private string NamedTrip(string trip)
    {
        var dash = trip.LastIndexOf('-');
        return dash > 0 && journal.RefOf(trip[..dash]) is { } name ? $"{name}/{trip[(dash + 1)..]}" : trip;
    }

    private static List<string> Texts(JsonElement item, string name) =>
        [.. item.Items(name).Select(text => text.ValueKind == JsonValueKind.String ? text.GetString()! : text.GetRawText())];

    private static string Required(JsonElement item, string name, string where) =>
        item.Text(name) ?? throw new ReplayStoppedException($"The answer of GET {where} has no `{name}`.");

    private static DateTimeOffset RequiredMoment(JsonElement run, string name) =>
        Moment(run, name, "runs") ?? throw new ReplayStoppedException($"The answer of GET runs has no `{name}`.");

    private static DateTimeOffset? Moment(JsonElement item, string name, string where) =>
        item.Text(name) switch
        {
            null => null,
            var text when Instant.TryParse(text, out var moment) => moment,
            var text => throw new ReplayStoppedException(
                $"The answer of GET {where} has `{name}` as {text}, which is no instant with its offset."
            ),
        };
}
