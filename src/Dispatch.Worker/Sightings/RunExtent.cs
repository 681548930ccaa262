using Contracts.Register;

namespace DispatchWorker.Sightings;

/// <summary>A run without its sightings: first and last moment, distinct codes in order of first appearance.</summary>
public sealed record RunExtent(DateTimeOffset First, DateTimeOffset Last, IReadOnlyList<VerdictCode> Codes)
{
    /// <summary>
    /// Extends the run by more red sightings of its suspect, none of which lies within the gap of another run. Null if that needs the
    /// sightings it already has: the result would not be one run, or the order of its codes is unknown. Extending a long run costs as
    /// little as a short one.
    /// </summary>
    public RunExtent? With(IEnumerable<RedSighting> more)
    {
        var ordered = more.ToArray();
        Array.Sort(ordered, RedSighting.Compare);
        var (first, last) = (First, Last);
        foreach (var earlier in ordered.Where(sighting => sighting.At < First).Reverse())
        {
            if (first - earlier.At > RunGroup.Gap)
            {
                return null;
            }

            first = earlier.At;
        }

        foreach (var later in ordered.Where(sighting => sighting.At > Last))
        {
            if (later.At - last > RunGroup.Gap)
            {
                return null;
            }

            last = later.At;
        }

        var codes = ordered.Select(sighting => sighting.Code).Distinct().ToArray();
        if (Codes.Count == 1 && codes.All(Codes.Contains))
        {
            return new RunExtent(first, last, Codes);
        }

        return ordered.All(sighting => sighting.At > Last) ? new RunExtent(first, last, [.. Codes.Union(codes)]) : null;
    }
}
