using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>A place that takes what trucks bring. Opening hours are information.</summary>
public sealed class Plant : Subject
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required double Lat { get; set; }
    public required double Lon { get; set; }
    public required double RadiusM { get; set; }
    public string? Opens { get; set; }
    public string? Closes { get; set; }
    public required IReadOnlyList<WasteKind> Accepts { get; set; }

    public Area Area => new(new GeoPoint(Lat, Lon), RadiusM);

    protected override SubjectRef Self => new(SubjectKind.Plant, Code, null);
}
