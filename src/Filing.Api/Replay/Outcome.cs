using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FilingApi.Replay;

/// <summary>The outcome of a day, in the shape and order of expected.json.</summary>
public sealed record Outcome(
    OrderedDictionary<string, FilingOutcome> Filings,
    OrderedDictionary<string, CheckOutcome> Checks,
    OrderedDictionary<string, string> Sightings,
    IReadOnlyList<RunOutcome> Runs,
    IReadOnlyList<LeadOutcome> Leads
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new InstantConverter() },
        // Only ever written to a file, never into a page, so plates and `+` may stay unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        IndentSize = 1,
    };

    /// <summary>The same options without line breaks.</summary>
    public static JsonSerializerOptions OneLine { get; } = new(Options) { WriteIndented = false };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Sorts by code point: runs by plate, then first moment; leads by kind, then trip or plate; ids within a run.</summary>
    public Outcome Sorted() =>
        this with
        {
            Runs =
            [
                .. Runs.Select(run => run with { Sightings = [.. run.Sightings.Order(CodePointOrder.Instance)] })
                    .OrderBy(run => run.Plate, CodePointOrder.Instance)
                    .ThenBy(run => run.First)
                    .ThenBy(run => run.Colour, CodePointOrder.Instance),
            ],
            Leads =
            [
                .. Leads
                    .OrderBy(lead => lead.Kind, CodePointOrder.Instance)
                    .ThenBy(lead => lead.Trip ?? lead.Plate, CodePointOrder.Instance)
                    .ThenBy(lead => lead.Plate, CodePointOrder.Instance),
            ],
        };
}

public sealed record FilingOutcome(string Status, DateTimeOffset? DueAt, bool Overdue, bool Refused)
{
    /// <summary>A filing whose submission was refused.</summary>
    public static FilingOutcome None { get; } = new("none", null, false, true);
}

public sealed record CheckOutcome(string Code, string Colour);

public sealed record RunOutcome(
    string Plate,
    string? Colour,
    DateTimeOffset First,
    DateTimeOffset Last,
    IReadOnlyList<string> Sightings,
    IReadOnlyList<string> Codes
);

public sealed record LeadOutcome(
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Trip,
    string Plate
);
