using Contracts.Register;

namespace Contracts.Dispatch;

/// <summary>Sightings were judged, or judged again after a late fact.</summary>
public sealed record SightingsJudged
{
    public required IReadOnlyList<Judgement> Judgements { get; init; }
}

/// <param name="Id">The sighting's id.</param>
/// <param name="Code">R3.</param>
/// <param name="Revision">Rises each time the sighting is judged; the highest counts.</param>
public sealed record Judgement(string Id, VerdictCode Code, int Revision);
