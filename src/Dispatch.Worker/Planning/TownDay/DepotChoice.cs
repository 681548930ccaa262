using Contracts.Filing;
using Contracts.Register;

namespace DispatchWorker.Planning.TownDay;

/// <summary>Where trucks start: from the depot of their fleet facts, else the owner's nearest, else the nearest that is nobody's.</summary>
/// <param name="depots">Of the roster.</param>
/// <param name="work">The day's places of work: near means near to their mean.</param>
internal sealed class DepotChoice(IReadOnlyList<RosterDepot> depots, IReadOnlyCollection<GeoPoint> work)
{
    private readonly GeoPoint? _mean =
        work.Count == 0 ? null : new GeoPoint(work.Average(point => point.Lat), work.Average(point => point.Lon));

    /// <summary>Null when there is no depot at all.</summary>
    public RosterDepot? For(TruckFacts truck) => Named(truck) ?? Nearest(truck.Roster.Owner);

    public bool IsAssumed(TruckFacts truck) => Named(truck) is null;

    private RosterDepot? Named(TruckFacts truck) =>
        truck.Fleet?.Depot is { } code ? depots.FirstOrDefault(depot => depot.Code == code) : null;

    private RosterDepot? Nearest(string owner) =>
        depots
            .OrderBy(depot =>
                depot.Owner == owner ? 0
                : depot.Owner is null ? 1
                : 2
            )
            .ThenBy(depot => _mean?.MetresTo(depot.Point) ?? 0)
            .ThenBy(depot => depot.Code, StringComparer.Ordinal)
            .FirstOrDefault();
}
