using Contracts.Register;

namespace Contracts.Tests.Register;

public sealed class GeoPointTests
{
    [Theory]
    [InlineData(0, 100, 1, 100, 111_195.0797)]
    [InlineData(0, 100, 0, 101, 111_195.0797)]
    [InlineData(60, 100, 60, 101, 55_597.0109)]
    [InlineData(28.2, 113.2, 28.2, 113.2, 0)]
    public void Distances_are_great_circle_metres_on_the_mean_sphere(double lat1, double lon1, double lat2, double lon2, double metres)
    {
        var distance = new GeoPoint(lat1, lon1).MetresTo(new GeoPoint(lat2, lon2));

        Assert.Equal(metres, distance, tolerance: 0.001);
    }

    [Theory]
    [InlineData(0.8, 72, true)]
    [InlineData(55.9, 137.9, true)]
    [InlineData(0.79, 100, false)]
    [InlineData(55.91, 100, false)]
    [InlineData(30, 71.99, false)]
    [InlineData(30, 137.91, false)]
    [InlineData(double.NaN, 100, false)]
    public void A_point_outside_the_box_of_R4_is_implausible(double lat, double lon, bool plausible) =>
        Assert.Equal(plausible, new GeoPoint(lat, lon).IsPlausible);
}
