using System.Text.Json;
using System.Text.Json.Serialization;

namespace DispatchWorker.Planning.Model;

/// <summary>What <c>solve</c> writes. Times and distances are in the problem's units.</summary>
public sealed record Plan
{
    public string Name { get; init; } = "";
    public double Distance { get; init; }
    public IReadOnlyList<LeftOut> Unassigned { get; init; } = [];
    public IReadOnlyList<TruckDay> Trucks { get; init; } = [];
    public double Seconds { get; init; }
    public long Iterations { get; init; }
    public ulong Seed { get; init; }

    /// <summary>"estimated times" when the map service failed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Shape);

    internal static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

public sealed record TruckDay(string Id, IReadOnlyList<Stop> Stops);

/// <summary>One visit. Its kind is depot, job, emptying or break; <paramref name="Load"/> is the m³ on board when it leaves.</summary>
public sealed record Stop(string Kind, string Id, double Arrive, double Start, double Leave, double Load)
{
    /// <summary>The m³ this visit takes; null unless the job is split.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Volume { get; init; }
}

public sealed record LeftOut(string Job, IReadOnlyList<Reason> Reasons);

/// <summary>What is in the way and the cheapest thing that would help, both in Chinese and (<c>…En</c>) in English.</summary>
public sealed record Reason(string Code, string Sentence, string SentenceEn, string Help, string HelpEn);
