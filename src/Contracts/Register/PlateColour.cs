using System.Text.Json.Serialization;

namespace Contracts.Register;

/// <summary>The colour of a plate (R1); a truck is plate and colour together.</summary>
[JsonConverter(typeof(WireNameConverter<PlateColour>))]
public enum PlateColour
{
    Blue,
    Yellow,
    GreenSmall,
    GreenLarge,
    White,
    Black,
    Other,
}

/// <summary>One truck: the same plate with another colour is another truck (R1).</summary>
public readonly record struct TruckKey(string Plate, PlateColour Colour);
