using System.Text.Json;
using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

/// <summary>R10 by the vectors of the fact sheet.</summary>
public sealed class DatumTests
{
    private static readonly string File = Path.Combine(Repository.Data, "vectors", "gcj02.json");

    public static TheoryData<double, double, double, double> Vectors()
    {
        using var file = JsonDocument.Parse(System.IO.File.ReadAllBytes(File));
        return
        [
            .. file
                .RootElement.EnumerateArray()
                .Select(vector => new TheoryDataRow<double, double, double, double>(
                    vector.GetProperty("wgs")[0].GetDouble(),
                    vector.GetProperty("wgs")[1].GetDouble(),
                    vector.GetProperty("gcj02")[0].GetDouble(),
                    vector.GetProperty("gcj02")[1].GetDouble()
                )),
        ];
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Gcj02_is_converted_there_and_back(double lon, double lat, double gcjLon, double gcjLat)
    {
        var there = Datums.ToGcj02(new GeoPoint(lat, lon));
        var back = new GeoPoint(gcjLat, gcjLon).ToWgs84(Datum.Gcj02);

        Assert.Equal((gcjLat, gcjLon), (Math.Round(there.Lat, 7), Math.Round(there.Lon, 7)));
        Assert.InRange(back.MetresTo(new GeoPoint(lat, lon)), 0, 0.05);
    }

    [Fact]
    public void Wgs84_is_not_converted()
    {
        Assert.Equal(Make.Site, Make.Site.ToWgs84(null));
        Assert.Equal(Make.Site, Make.Site.ToWgs84(Datum.Wgs84));
    }

    [Fact]
    public void A_fence_of_300_metres_judged_in_the_wrong_datum_is_wrong()
    {
        var fence = new Area(Make.Site, 300);

        Assert.True(fence.Contains(Datums.ToGcj02(Make.Site).ToWgs84(Datum.Gcj02)));
        Assert.False(fence.Contains(Datums.ToGcj02(Make.Site)));
        Assert.InRange(Make.Site.MetresTo(Datums.ToGcj02(Make.Site)), 640, 700);
    }

    [Fact]
    public void Outside_China_nothing_is_shifted() => Assert.Equal(new GeoPoint(48.1, 11.5), Datums.ToGcj02(new GeoPoint(48.1, 11.5)));
}
