using System.Collections.Frozen;
using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>Parses one line of events.jsonl. Unknown members are ignored.</summary>
public static class ActLine
{
    // The members the replay needs to build the call. The service validates everything else.
    private static readonly FrozenDictionary<string, string[]> Needs = new Dictionary<string, string[]>
    {
        ["submit"] = ["ref", "filing"],
        ["resubmit"] = ["ref", "filing"],
        ["record"] = ["ref"],
        ["return"] = ["ref"],
        ["refuse"] = ["ref"],
        ["revoke"] = ["ref"],
        ["withdraw"] = ["ref"],
        ["order"] = ["ref"],
        ["cancel"] = ["ref"],
        ["load"] = ["ref", "trip"],
        ["receive"] = ["ref", "trip"],
        ["reject"] = ["ref", "trip"],
        ["arrive"] = [],
        ["check"] = ["id", "plate"],
        ["sight"] = ["sightings"],
    }.ToFrozenDictionary();

    /// <exception cref="BrokenInputException">The line is invalid; the message says why.</exception>
    public static Act Parse(string line, int number)
    {
        var members = Object(line);
        if (members.Text("do") is not { } kind)
        {
            throw new BrokenInputException("`do` is missing.");
        }

        if (!Needs.TryGetValue(kind, out var needs))
        {
            throw new BrokenInputException($"no act is called `{kind}`.");
        }

        if (!Instant.TryParse(members.Text("at"), out var at))
        {
            throw new BrokenInputException("`at` is not an instant with its offset.");
        }

        if (members.Text("by") is not { } by)
        {
            throw new BrokenInputException("`by` is missing.");
        }

        if (needs.FirstOrDefault(need => !Has(members, need)) is { } missing)
        {
            throw new BrokenInputException($"`{kind}` needs `{missing}` as {Wanted(missing)}.");
        }

        return new Act(number, at, kind, by, members);
    }

    private static JsonElement Object(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new BrokenInputException("it is not a JSON object.");
        }
        catch (JsonException failure)
        {
            throw new BrokenInputException($"it is not JSON (character {failure.BytePositionInLine + 1}).");
        }
    }

    private static bool Has(JsonElement members, string name) =>
        name switch
        {
            "filing" => members.Member(name) is { ValueKind: JsonValueKind.Object },
            "sightings" => members.Member(name) is { ValueKind: JsonValueKind.Array },
            "trip" => members.Member(name) is { ValueKind: JsonValueKind.Number },
            _ => members.Text(name) is { Length: > 0 },
        };

    private static string Wanted(string name) =>
        name switch
        {
            "filing" => "an object",
            "sightings" => "an array",
            "trip" => "a number",
            _ => "text",
        };
}
