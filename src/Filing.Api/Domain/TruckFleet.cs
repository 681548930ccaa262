using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>A truck's ordinary working day (R9), beyond the roster. A shift that ends before it begins ends on the next day.</summary>
public sealed class TruckFleet : Subject
{
    /// <summary>What is assumed of a truck without such facts.</summary>
    public static readonly TimeOnly AssumedFrom = new(8, 0);
    public static readonly TimeOnly AssumedTo = new(17, 30);

    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }

    /// <summary>Code of a depot; null: its owner's nearest.</summary>
    public string? Depot { get; set; }
    public TimeOnly ShiftFrom { get; set; }
    public TimeOnly ShiftTo { get; set; }
    public IReadOnlyList<FleetBreak> Breaks { get; set; } = [];
    public int OvertimeMinutes { get; set; }
    public IReadOnlyList<string> Equipment { get; set; } = [];
    public IReadOnlyList<string> Crew { get; set; } = [];

    /// <summary>Kinds of job it may do; empty: all.</summary>
    public IReadOnlyList<JobKind> Kinds { get; set; } = [];

    public TruckKey Truck => new(Plate, Colour);

    protected override SubjectRef Self => new(SubjectKind.TruckFleet, Domain.Truck.KeyOf(Truck), null);
}

/// <summary>A rest of some minutes between two times of day.</summary>
public sealed record FleetBreak(TimeOnly From, TimeOnly To, int Minutes)
{
    /// <summary>Within the shift, and with room for its minutes; a shift may go on after midnight.</summary>
    public bool FitsInto(TimeOnly shiftFrom, TimeOnly shiftTo)
    {
        // Differences of times of day go round midnight.
        var (shift, from, to) = (shiftTo - shiftFrom, From - shiftFrom, To - shiftFrom);
        return from < to && to <= shift && to - from >= TimeSpan.FromMinutes(Minutes);
    }
}
