using Contracts.Register;

namespace Contracts.Dispatch;

/// <summary>Sightings were judged, or judged again because a fact came late.</summary>
public sealed record SightingsJudged
{
    public required IReadOnlyList<Judgement> Judgements { get; init; }
}

/// <param name="Id">The sighting's id.</param>
/// <param name="Code">R3.</param>
/// <param name="Revision">Rises with each judging of this sighting: the highest counts.</param>
public sealed record Judgement(string Id, VerdictCode Code, int Revision);
