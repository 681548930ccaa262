using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<Datum>))]
public enum Datum
{
    Wgs84,
    Gcj02,
}

/// <summary>GCJ-02 is converted at the edge (R10): it lies some 670 m off here. Formula and vectors: fact sheet §4.</summary>
public static class Datums
{
    private const double SemiMajorM = 6378245.0;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const int Rounds = 10;

    public static GeoPoint ToWgs84(this GeoPoint point, Datum? datum) => datum == Datum.Gcj02 ? FromGcj02(point) : point;

    public static GeoPoint ToGcj02(GeoPoint wgs)
    {
        if (wgs.Lon is < 72.004 or > 137.8347 || wgs.Lat is < 0.8293 or > 55.8271)
        {
            return wgs;
        }

        var x = wgs.Lon - 105;
        var y = wgs.Lat - 35;
        var waves = ((20 * Math.Sin(6 * x * Math.PI)) + (20 * Math.Sin(2 * x * Math.PI))) * 2 / 3;
        var north =
            -100
            + (2 * x)
            + (3 * y)
            + (0.2 * y * y)
            + (0.1 * x * y)
            + (0.2 * Math.Sqrt(Math.Abs(x)))
            + waves
            + (((20 * Math.Sin(y * Math.PI)) + (40 * Math.Sin(y / 3 * Math.PI))) * 2 / 3)
            + (((160 * Math.Sin(y / 12 * Math.PI)) + (320 * Math.Sin(y * Math.PI / 30))) * 2 / 3);
        var east =
            300
            + x
            + (2 * y)
            + (0.1 * x * x)
            + (0.1 * x * y)
            + (0.1 * Math.Sqrt(Math.Abs(x)))
            + waves
            + (((20 * Math.Sin(x * Math.PI)) + (40 * Math.Sin(x / 3 * Math.PI))) * 2 / 3)
            + (((150 * Math.Sin(x / 12 * Math.PI)) + (300 * Math.Sin(x / 30 * Math.PI))) * 2 / 3);
        var latitude = double.DegreesToRadians(wgs.Lat);
        var magic = 1 - (EccentricitySquared * Math.Sin(latitude) * Math.Sin(latitude));
        var lat = north * 180 / (SemiMajorM * (1 - EccentricitySquared) / (magic * Math.Sqrt(magic)) * Math.PI);
        var lon = east * 180 / (SemiMajorM / Math.Sqrt(magic) * Math.Cos(latitude) * Math.PI);
        return new GeoPoint(wgs.Lat + lat, wgs.Lon + lon);
    }

    private static GeoPoint FromGcj02(GeoPoint gcj)
    {
        var guess = gcj;
        for (var i = 0; i < Rounds; i++)
        {
            var there = ToGcj02(guess);
            guess = new GeoPoint(guess.Lat + gcj.Lat - there.Lat, guess.Lon + gcj.Lon - there.Lon);
        }

        return guess;
    }
}
