using System.Text.Json.Serialization;
using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Map;

/// <summary>The datums that maps in China speak. The API takes WGS-84 and GCJ-02; Baidu's is read at the form alone.</summary>
[JsonConverter(typeof(WireNameConverter<MapDatum>))]
public enum MapDatum
{
    Wgs84,
    Gcj02,
    Bd09,
}

public static class MapDatums
{
    private const double Turn = Math.PI * 3000 / 180;
    private const int Rounds = 5;

    public static GeoPoint ToWgs84(this MapDatum datum, GeoPoint point) =>
        datum switch
        {
            MapDatum.Gcj02 => point.ToWgs84(Datum.Gcj02),
            MapDatum.Bd09 => FromBd09(point).ToWgs84(Datum.Gcj02),
            _ => point,
        };

    /// <summary>Baidu's shift of GCJ-02 (facts §4).</summary>
    public static GeoPoint ToBd09(GeoPoint gcj)
    {
        var radius = Math.Sqrt((gcj.Lon * gcj.Lon) + (gcj.Lat * gcj.Lat)) + (0.00002 * Math.Sin(gcj.Lat * Turn));
        var angle = Math.Atan2(gcj.Lat, gcj.Lon) + (0.000003 * Math.Cos(gcj.Lon * Turn));
        return new GeoPoint((radius * Math.Sin(angle)) + 0.006, (radius * Math.Cos(angle)) + 0.0065);
    }

    private static GeoPoint FromBd09(GeoPoint bd)
    {
        var guess = new GeoPoint(bd.Lat - 0.006, bd.Lon - 0.0065);
        for (var i = 0; i < Rounds; i++)
        {
            var there = ToBd09(guess);
            guess = new GeoPoint(guess.Lat + bd.Lat - there.Lat, guess.Lon + bd.Lon - there.Lon);
        }

        return guess;
    }
}
