using Contracts.Register;

namespace DispatchWorker.Sightings;

/// <summary>The suspect of a run: plate and colour; with unknown colour it is a separate suspect (R5).</summary>
public readonly record struct Suspect(string Plate, PlateColour? Colour);

/// <summary>A sighting judged red, as far as runs need it.</summary>
public readonly record struct RedSighting(
    string Id,
    DateTimeOffset At,
    DateTimeOffset ArrivedAt,
    VerdictCode Code,
    string Account,
    string SenderId
)
{
    /// <summary>The order of R5: by moment, then by account and the sender's id (R4).</summary>
    public static int Compare(RedSighting a, RedSighting b)
    {
        if (a.At != b.At)
        {
            return a.At.CompareTo(b.At);
        }

        var byAccount = string.CompareOrdinal(a.Account, b.Account);
        return byAccount != 0 ? byAccount : string.CompareOrdinal(a.SenderId, b.SenderId);
    }
}

/// <summary>Red sightings of one suspect that form one run (R5); in order, never empty.</summary>
public sealed class RunGroup
{
    /// <summary>The longest time between two neighbours of one run.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMinutes(60);

    private RunGroup(IReadOnlyList<RedSighting> sightings) => Sightings = sightings;

    public IReadOnlyList<RedSighting> Sightings { get; }

    public DateTimeOffset First => Sightings[0].At;

    public DateTimeOffset Last => Sightings[^1].At;

    /// <summary>Distinct codes in order of first appearance.</summary>
    public IReadOnlyList<VerdictCode> Codes => [.. Sightings.Select(sighting => sighting.Code).Distinct()];

    public RunExtent Extent => new(First, Last, Codes);

    /// <summary>The runs of one suspect's red sightings, in order of time; the order of the input does not matter.</summary>
    public static IReadOnlyList<RunGroup> Of(IEnumerable<RedSighting> sightings)
    {
        var ordered = sightings.ToArray();
        Array.Sort(ordered, RedSighting.Compare);
        var groups = new List<RunGroup>();
        var start = 0;
        for (var i = 1; i <= ordered.Length; i++)
        {
            if (i < ordered.Length && ordered[i].At - ordered[i - 1].At <= Gap)
            {
                continue;
            }

            groups.Add(new RunGroup(ordered[start..i]));
            start = i;
        }

        return groups;
    }
}
