using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<WasteKind>))]
public enum WasteKind
{
    Septic,
    Grease,
    Kitchen,
    IndustrialWastewater,
    IndustrialSludge,
    Other,
    Hazardous,
    MunicipalPipe,
}

/// <summary>What an enterprise asks for, as sent. Volumes in m³, <c>trips</c> for the whole filing.</summary>
public sealed record FilingBody
{
    public required WasteKind Kind { get; init; }
    public required FilingSite Site { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public required decimal M3 { get; init; }
    public required int Trips { get; init; }
    public bool Emergency { get; init; }
    public bool ConfinedSpace { get; init; }
    public required IReadOnlyList<TruckRef> Trucks { get; init; }
    public required string Plant { get; init; }
    public string? Agreement { get; init; }
    public string? Manifest { get; init; }
    public required Contact Contact { get; init; }
    public string? Note { get; init; }
}

/// <summary><c>Town</c>: code; left out, it is the enterprise's. The point is WGS-84 unless <c>Datum</c> says <c>gcj02</c>.</summary>
public sealed record FilingSite
{
    public required string Name { get; init; }
    public string? Address { get; init; }
    public string? Village { get; init; }
    public string? Town { get; init; }
    public bool Park { get; init; }
    public required GeoPoint Point { get; init; }
    public Datum? Datum { get; init; }
}

public sealed record TruckRef(string Plate, PlateColour Colour)
{
    public TruckKey Key => new(Plate, Colour);
}

public sealed record Contact(string Name, string Phone);
