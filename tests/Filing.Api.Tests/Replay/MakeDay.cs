using System.Text.Json;
using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

/// <summary>Days and outcomes for these tests.</summary>
internal static class MakeDay
{
    public const string World = """
        { "town": { "code": "430181117", "name": "永安镇", "mayor": "nobody reads this" },
          "start": "2026-09-24T06:00:00+08:00", "end": "2026-09-25T06:00:00+08:00",
          "plants": [ { "code": "P1", "name": "厂", "point": { "lat": 28.2, "lon": 113.2 }, "radiusM": 300,
                        "opens": "06:30", "closes": "20:00", "accepts": [ "septic" ] } ],
          "depots": [ { "code": "D1", "name": "车场", "point": { "lat": 28.20, "lon": 113.2 } } ],
          "organisations": [ { "code": "T1", "kind": "station", "name": "站" },
                             { "code": "E1", "kind": "enterprise", "name": "厂", "uscc": "X", "note": "left out" } ],
          "trucks": [ { "plate": "湘A26018", "colour": "yellow", "owner": "E1",
                        "tankM3": 4, "payloadT": 1.50, "papersUntil": "2027-12-31" } ],
          "accounts": [ { "account": "clerk", "role": "enterprise", "organisation": "E1" },
                        { "account": "station", "role": "station", "organisation": "T1" },
                        { "account": "squad", "role": "squad", "organisation": "T1" } ],
          "weather": "passed over" }
        """;

    public static Outcome Outcome(
        OrderedDictionary<string, FilingOutcome>? filings = null,
        IReadOnlyList<RunOutcome>? runs = null,
        IReadOnlyList<LeadOutcome>? leads = null
    ) => new(filings ?? [], [], [], runs ?? [], leads ?? []);

    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>A folder with a day of these lines; the test deletes it.</summary>
    public static string Folder(string? world, string? events, string? expected = null)
    {
        var folder = Directory.CreateTempSubdirectory("day-").FullName;
        foreach (var (name, text) in new[] { ("world.json", world), ("events.jsonl", events), ("expected.json", expected) })
        {
            if (text is not null)
            {
                File.WriteAllText(Path.Combine(folder, name), text);
            }
        }

        return folder;
    }

    public static Act Act(string line) => ActLine.Parse(line, 1);
}
