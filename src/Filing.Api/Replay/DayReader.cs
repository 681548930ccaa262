using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>Reads a recorded day from its folder.</summary>
public static class DayReader
{
    private const string WorldFile = "world.json";
    private const string EventsFile = "events.jsonl";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new InstantConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="BrokenInputException">A file is missing or invalid; the message names the file and the line.</exception>
    public static Day Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new BrokenInputException($"There is no folder {folder}.");
        }

        var world = ReadWorld(folder);
        var known = world.Accounts.Select(account => account.Account).Append(CreateWorld.Admin).ToHashSet(StringComparer.Ordinal);
        var acts = new List<Act>();
        var number = 0;
        foreach (var line in File.ReadLines(Existing(folder, EventsFile)))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            acts.Add(ReadAct(line, number, known));
        }

        return new Day(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), world, acts);
    }

    /// <exception cref="BrokenInputException">The file is missing or is not JSON.</exception>
    public static JsonElement ReadExpected(string folder)
    {
        var file = Existing(folder, "expected.json");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            throw Broken(file, failure);
        }
    }

    private static World ReadWorld(string folder)
    {
        var file = Existing(folder, WorldFile);
        try
        {
            return JsonSerializer.Deserialize<World>(File.ReadAllText(file), Options)
                ?? throw new BrokenInputException($"{file} is empty.");
        }
        catch (JsonException failure)
        {
            throw Broken(file, failure);
        }
    }

    private static Act ReadAct(string line, int number, HashSet<string> known)
    {
        try
        {
            var act = ActLine.Parse(line, number);
            return known.Contains(act.By)
                ? act
                : throw new BrokenInputException($"`by` names `{act.By}`, an account that {WorldFile} does not have.");
        }
        catch (BrokenInputException broken)
        {
            throw new BrokenInputException($"{EventsFile}, line {number}: {broken.Message}");
        }
    }

    private static string Existing(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        return File.Exists(file) ? file : throw new BrokenInputException($"{folder} has no {name}.");
    }

    private static BrokenInputException Broken(string file, JsonException failure)
    {
        var where = failure.LineNumber is { } line ? $", line {line + 1}" : "";
        return new($"{file}{where} cannot be used: {failure.Message.ReplaceLineEndings(" ")}");
    }
}
