using Contracts.Register;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Map;

/// <summary>
/// The box around a town's places and the plants. What lies outside may be right, but is more often a slip: it is asked back, and the
/// reviewer sees the distance.
/// </summary>
public sealed record TownBox(double South, double West, double North, double East)
{
    /// <summary>About five kilometres: a place at the edge is still the town's.</summary>
    private const double Margin = 0.05;

    public GeoPoint Centre => new((South + North) / 2, (West + East) / 2);

    /// <summary>Null where the town has neither places nor plants.</summary>
    public static async Task<TownBox?> Of(FilingDb db, string? town, CancellationToken cancel)
    {
        var points = await db
            .Places.Where(place => place.Town == town)
            .Select(place => new { place.Lat, place.Lon })
            .Concat(db.Plants.Select(plant => new { plant.Lat, plant.Lon }))
            .ToListAsync(cancel);
        return points.Count == 0
            ? null
            : new TownBox(
                points.Min(point => point.Lat) - Margin,
                points.Min(point => point.Lon) - Margin,
                points.Max(point => point.Lat) + Margin,
                points.Max(point => point.Lon) + Margin
            );
    }

    /// <summary>Kilometres from the middle of the town to a point outside it; null inside.</summary>
    public double? FarKm(GeoPoint point) =>
        point.Lat >= South && point.Lat <= North && point.Lon >= West && point.Lon <= East
            ? null
            : Math.Round(Centre.MetresTo(point) / 1000, 1);
}
