using System.Text;
using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>Performs acts through the HTTP API and enters their results in the journal.</summary>
public sealed class PerformActs(Caller caller, Journal journal)
{
    private static readonly byte[] Nothing = "{}"u8.ToArray();
    private static readonly string[] Load = ["plate", "colour", "m3"];
    private static readonly string[] Receipt = ["plate", "plant", "m3", "gross", "tare", "net"];
    private static readonly string[] Arrival = ["plate", "colour", "plant", "m3", "gross", "tare", "net"];
    private static readonly string[] OrderByHand = ["stops", "job", "plate", "colour", "point", "datum", "departure", "return", "plant"];

    public async Task Perform(Act act, CancellationToken cancel)
    {
        var answer = await Call(act, cancel);
        if (answer is null)
        {
            journal.NotCalled(act);
        }
        else if (!answer.Done)
        {
            journal.Refused(act, answer);
        }
        else
        {
            Enter(act, answer.Body);
        }
    }

    /// <summary>Null if there is nothing to call because the filing or order does not exist.</summary>
    private Task<Answer?> Call(Act act, CancellationToken cancel) =>
        act.Do switch
        {
            "submit" => Post(act, "filings", Json.WithSubmit(act.Members.GetProperty("filing")), cancel),
            "resubmit" => Resubmit(act, cancel),
            "record" => OnFiling(act, "record", ["conditions", "overrideReason"], cancel),
            "return" => OnFiling(act, "return", ["defects"], cancel),
            "refuse" => OnFiling(act, "refusal", ["code", "reason"], cancel),
            "revoke" => OnFiling(act, "revocation", ["reason"], cancel),
            "withdraw" => OnFiling(act, "withdrawal", [], cancel),
            "order" => Post(act, "orders", Json.Pick(act.Members, OrderByHand), cancel),
            "cancel" => On("orders", journal.NumberOfOrder(act.Ref!), act, "cancellation", ["reason"], cancel),
            "load" => OnTrip(act, "loading", Load, cancel),
            "receive" => OnTrip(act, "receipt", Receipt, cancel),
            "reject" => OnTrip(act, "rejection", ["plant", "reason"], cancel),
            "arrive" => Post(act, "receipts", Json.Pick(act.Members, Arrival), cancel),
            "check" => Check(act, cancel),
            "sight" => Post(act, "sightings", Encoding.UTF8.GetBytes(act.Members.GetProperty("sightings").GetRawText()), cancel),
            _ => throw new ReplayStoppedException($"No act is called `{act.Do}`."),
        };

    private void Enter(Act act, JsonElement body)
    {
        switch (act.Do)
        {
            case "submit":
                journal.Filed(act.Ref!, Required(body, "number"), act.By);
                break;
            case "order":
                journal.Ordered(act.Ref!, Required(body, "number"));
                break;
            case "check":
                journal.Checks[act.Members.Text("id")!] = new CheckOutcome(Required(body, "code"), Required(body, "colour"));
                break;
            case "sight":
                journal.Sightings.Answered(act.Members.GetProperty("sightings"), body);
                break;
            default:
                break;
        }
    }

    private async Task<Answer?> Post(Act act, string path, byte[] body, CancellationToken cancel) =>
        await caller.Post(act.By, path, body, cancel);

    private async Task<Answer?> Resubmit(Act act, CancellationToken cancel)
    {
        if (journal.NumberOfFiling(act.Ref!) is not { } number)
        {
            return null;
        }

        var path = $"filings/{Uri.EscapeDataString(number)}";
        var kept = await caller.Put(act.By, path, Encoding.UTF8.GetBytes(act.Members.GetProperty("filing").GetRawText()), cancel);

        // If the edit was refused, submitting would file the old body, which the day does not ask for.
        return kept.Done ? await caller.Post(act.By, $"{path}/submission", Nothing, cancel) : kept;
    }

    private Task<Answer?> OnFiling(Act act, string what, string[] carries, CancellationToken cancel) =>
        On("filings", journal.NumberOfFiling(act.Ref!), act, what, carries, cancel);

    private Task<Answer?> OnTrip(Act act, string what, string[] carries, CancellationToken cancel)
    {
        var number = journal.NumberOfFiling(act.Ref!) ?? journal.NumberOfOrder(act.Ref!);
        return On("trips", number is null ? null : $"{number}-{act.Members.GetProperty("trip").GetRawText()}", act, what, carries, cancel);
    }

    private async Task<Answer?> On(string list, string? id, Act act, string what, string[] carries, CancellationToken cancel) =>
        id is null ? null : await caller.Post(act.By, $"{list}/{Uri.EscapeDataString(id)}/{what}", Json.Pick(act.Members, carries), cancel);

    private async Task<Answer?> Check(Act act, CancellationToken cancel)
    {
        var query = new List<string>();
        Add("colour", act.Members.Text("colour"));
        Add("at", act.Members.Text("asOf"));
        Add("activity", act.Members.Text("activity"));
        if (act.Members.Member("point") is { } point)
        {
            Add("lat", point.Member("lat")?.GetRawText());
            Add("lon", point.Member("lon")?.GetRawText());
        }

        return await caller.Get(
            act.By,
            $"checks/{Uri.EscapeDataString(act.Members.Text("plate")!)}{(query.Count == 0 ? "" : "?")}{string.Join('&', query)}",
            cancel
        );

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    private static string Required(JsonElement body, string name) =>
        body.Text(name) ?? throw new ReplayStoppedException($"The answer has no `{name}`.");
}
