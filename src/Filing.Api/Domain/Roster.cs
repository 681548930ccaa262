using Contracts.Register;

namespace FilingApi.Domain;

public sealed class Town
{
    public required string Code { get; init; }
    public required string Name { get; set; }
}

/// <summary>An enterprise, hauler, station, centre, squad or supervision of a town.</summary>
public sealed class Organisation
{
    public const string KitchenQualification = "kitchen";

    public required string Code { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; set; }
    public required string Town { get; set; }
    public string? Uscc { get; set; }
    public string? Phone { get; set; }
    public required IReadOnlyList<string> Qualifications { get; set; }
}

/// <summary>A place that takes what trucks bring. Startup hours are information.</summary>
public sealed class Plant
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
}

public sealed class Depot
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required double Lat { get; set; }
    public required double Lon { get; set; }
}

/// <summary>A truck of the roster. Tank in m³, payload in tonnes; papers are good through the last day.</summary>
public sealed class Truck
{
    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }
    public required string Owner { get; set; }
    public required decimal TankM3 { get; set; }
    public required decimal PayloadT { get; set; }
    public required DateOnly PapersUntil { get; set; }

    public TruckKey Key => new(Plate, Colour);
}
