using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<PlaceKind>))]
public enum PlaceKind
{
    Village,
    Park,
    Road,
}

/// <summary>A village, park or road of a town's list with its centre, so that a site can be named without coordinates.</summary>
public sealed class Place : Subject
{
    public required string Town { get; init; }
    public required string Name { get; init; }
    public required PlaceKind Kind { get; set; }
    public required double Lat { get; set; }
    public required double Lon { get; set; }

    public GeoPoint Point => new(Lat, Lon);

    protected override SubjectRef Self => new(SubjectKind.Place, $"{Town} {Name}", Town);
}
