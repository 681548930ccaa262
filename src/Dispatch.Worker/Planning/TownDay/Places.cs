using Contracts.Register;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.TownDay;

/// <summary>The places of a problem, each point once: tables of times grow with the square of the places.</summary>
internal sealed class Places
{
    private readonly Dictionary<GeoPoint, int> _index = [];
    private readonly List<Place> _all = [];

    public IReadOnlyList<Place> All => _all;

    public int At(GeoPoint point)
    {
        if (!_index.TryGetValue(point, out var place))
        {
            _index[point] = place = _all.Count;
            _all.Add(new Place(point.Lon, point.Lat));
        }

        return place;
    }
}
