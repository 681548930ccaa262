using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>One place where two outcomes differ. A side with nothing at that path is null.</summary>
public sealed record Difference(string Path, string? Expected, string? Got)
{
    public override string ToString() => $"{Path}: expected {Expected ?? "nothing"}, got {Got ?? "nothing"}";
}

/// <summary>Compares two outcomes of a day member by member. Instants are equal at any offset.</summary>
/// <remarks>
/// Runs and leads are matched by identity, not by position: a missing one is one difference and does not shift those after it.
/// </remarks>
public static class Comparison
{
    private static readonly HashSet<string> Instants = ["dueAt", "first", "last"];

    public static IReadOnlyList<Difference> Compare(JsonElement expected, JsonElement got)
    {
        var differences = new List<Difference>();
        Compare("", "", expected, got, differences);
        return differences;
    }

    private static void Compare(string path, string name, JsonElement expected, JsonElement got, List<Difference> differences)
    {
        switch (expected.ValueKind, got.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                CompareObjects(path, expected, got, differences);
                break;
            case (JsonValueKind.Array, JsonValueKind.Array) when path is "runs" or "leads":
                CompareMatched(path, expected, got, differences);
                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                CompareArrays(path, expected, got, differences);
                break;
            default:
                if (!Same(name, expected, got))
                {
                    differences.Add(new Difference(path, Shown(expected), Shown(got)));
                }

                break;
        }
    }

    private static void CompareObjects(string path, JsonElement expected, JsonElement got, List<Difference> differences)
    {
        // There can be thousands of members, so they are looked up by name.
        var (wanted, given) = (Members(expected), Members(got));
        foreach (var member in expected.EnumerateObject())
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (given.TryGetValue(member.Name, out var other))
            {
                Compare(at, member.Name, member.Value, other, differences);
            }
            else
            {
                differences.Add(new Difference(at, Shown(member.Value), null));
            }
        }

        foreach (var member in got.EnumerateObject().Where(member => !wanted.ContainsKey(member.Name)))
        {
            differences.Add(new Difference(path.Length == 0 ? member.Name : $"{path}.{member.Name}", null, Shown(member.Value)));
        }
    }

    /// <summary>If a name is repeated, its last value counts.</summary>
    private static Dictionary<string, JsonElement> Members(JsonElement of)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in of.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }

    private static void CompareArrays(string path, JsonElement expected, JsonElement got, List<Difference> differences)
    {
        for (var i = 0; i < Math.Max(expected.GetArrayLength(), got.GetArrayLength()); i++)
        {
            var at = $"{path}[{i}]";
            if (i >= got.GetArrayLength())
            {
                differences.Add(new Difference(at, Shown(expected[i]), null));
            }
            else if (i >= expected.GetArrayLength())
            {
                differences.Add(new Difference(at, null, Shown(got[i])));
            }
            else
            {
                Compare(at, "", expected[i], got[i], differences);
            }
        }
    }

    private static void CompareMatched(string path, JsonElement expected, JsonElement got, List<Difference> differences)
    {
        var left = got.EnumerateArray()
            .GroupBy(Identity, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<JsonElement>(group), StringComparer.Ordinal);
        foreach (var item in expected.EnumerateArray())
        {
            var identity = Identity(item);
            var at = $"{path}[{identity}]";
            if (left.TryGetValue(identity, out var candidates) && candidates.TryDequeue(out var match))
            {
                Compare(at, "", item, match, differences);
            }
            else
            {
                differences.Add(new Difference(at, Shown(item), null));
            }
        }

        foreach (var (identity, items) in left)
        {
            differences.AddRange(items.Select(item => new Difference($"{path}[{identity}]", null, Shown(item))));
        }
    }

    /// <summary>Identifies a run by plate, colour and first moment; a lead by kind and trip, or by plate if it has no trip.</summary>
    private static string Identity(JsonElement item)
    {
        if (item.Text("kind") is { } kind)
        {
            return $"{kind} {item.Text("trip") ?? item.Text("plate")}";
        }

        var first = Instant.TryParse(item.Text("first"), out var moment) ? Instant.Write(moment) : item.Text("first");
        return $"{item.Text("plate")} {item.Text("colour") ?? "no colour"} {first}";
    }

    private static bool Same(string name, JsonElement expected, JsonElement got) =>
        JsonElement.DeepEquals(expected, got) || (Instants.Contains(name) && MomentOf(expected) is { } moment && MomentOf(got) == moment);

    private static DateTimeOffset? MomentOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Instant.TryParse(value.GetString(), out var moment) ? moment : null;

    private static string Shown(JsonElement value) => JsonSerializer.Serialize(value, Outcome.OneLine);
}
