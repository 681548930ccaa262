using System.Globalization;
using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>One day of a truck that differs from its ordinary day.</summary>
public sealed class TruckDay : Subject
{
    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }
    public required DateOnly Date { get; init; }
    public bool OnDuty { get; set; }

    /// <summary>Other hours that day; null: the ordinary ones.</summary>
    public TimeOnly? ShiftFrom { get; set; }
    public TimeOnly? ShiftTo { get; set; }

    /// <summary>A breakdown: off from this moment on.</summary>
    public DateTimeOffset? OffFrom { get; set; }

    public TruckKey Truck => new(Plate, Colour);

    protected override SubjectRef Self =>
        new(SubjectKind.TruckFleet, string.Create(CultureInfo.InvariantCulture, $"{Domain.Truck.KeyOf(Truck)} {Date:yyyy-MM-dd}"), null);

    /// <summary>Not on duty all the time to this moment.</summary>
    public bool IsOffBefore(DateTimeOffset moment) => !OnDuty || OffFrom < moment;
}
