using System.Text.Json.Serialization;

namespace Contracts.Register;

/// <summary>A place in WGS-84 degrees (R10).</summary>
public sealed record GeoPoint(double Lat, double Lon)
{
    private const double EarthRadiusM = 6_371_008.8;

    /// <summary>Inside the bounding box of China (R4).</summary>
    [JsonIgnore]
    public bool IsPlausible => Lon is >= 72 and <= 137.9 && Lat is >= 0.8 and <= 55.9;

    /// <summary>Great-circle metres on the mean sphere (R3).</summary>
    public double MetresTo(GeoPoint other)
    {
        var lat1 = double.DegreesToRadians(Lat);
        var lat2 = double.DegreesToRadians(other.Lat);
        var sinLat = Math.Sin((lat2 - lat1) / 2);
        var sinLon = Math.Sin(double.DegreesToRadians(other.Lon - Lon) / 2);
        var a = (sinLat * sinLat) + (Math.Cos(lat1) * Math.Cos(lat2) * sinLon * sinLon);
        return 2 * EarthRadiusM * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}

/// <summary>A point and a radius in metres, the edge included.</summary>
public sealed record Area(GeoPoint Point, double RadiusM)
{
    public bool Contains(GeoPoint point) => Point.MetresTo(point) <= RadiusM;
}
