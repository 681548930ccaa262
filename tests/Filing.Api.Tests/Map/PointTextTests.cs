using Contracts.Register;
using FilingApi.Map;

namespace FilingApi.Tests.Map;

public sealed class PointTextTests
{
    private static readonly GeoPoint Place = new(Points.Lat, Points.Lon);

    public static TheoryData<string, string?> There() =>
        [.. Points.There.Select(item => new TheoryDataRow<string, string?>(item.Text, item.Datum))];

    public static TheoryData<string> Nowhere() => [.. Points.Nowhere];

    [Theory]
    [MemberData(nameof(There))]
    public void A_link_or_a_pair_in_either_order_and_datum_is_the_same_place(string text, string? datum)
    {
        var read = PointText.Read(text, datum is null ? null : WireName<MapDatum>.Parse(datum));

        Assert.NotNull(read);
        Assert.InRange(Place.MetresTo(read), 0, 1);
    }

    [Theory]
    [MemberData(nameof(Nowhere))]
    public void What_is_no_place_in_China_is_not_read(string text) => Assert.Null(PointText.Read(text, null));
}
