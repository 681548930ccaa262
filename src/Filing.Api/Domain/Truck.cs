using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>A truck of the roster. Tank in m³, payload in tonnes; papers are good through the last day.</summary>
public sealed class Truck : Subject
{
    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }
    public required string Owner { get; set; }
    public required decimal TankM3 { get; set; }
    public required decimal PayloadT { get; set; }
    public required DateOnly PapersUntil { get; set; }

    public TruckKey Key => new(Plate, Colour);

    /// <summary>How its timeline names it.</summary>
    public static string KeyOf(TruckKey truck) => $"{truck.Plate} {truck.Colour.Wire()}";

    protected override SubjectRef Self => new(SubjectKind.Truck, KeyOf(Key), null);
}
