using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>A truck of a filing's current body, to find filings by truck.</summary>
public sealed class FilingTruck
{
    public required string Number { get; init; }
    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }

    /// <summary>The filing's window: of a truck's years only what shares a moment is looked at.</summary>
    public DateTimeOffset From { get; set; }
    public DateTimeOffset To { get; set; }

    public TruckKey Key => new(Plate, Colour);
}
