using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>A load that a plant received without a trip (R11).</summary>
public sealed class Arrival : Subject, IOfTown
{
    public required string Number { get; init; }
    public required string Town { get; init; }
    public required string Plate { get; init; }
    public PlateColour? Colour { get; init; }
    public required string Plant { get; init; }
    public required decimal M3 { get; init; }
    public int? GrossKg { get; init; }
    public int? TareKg { get; init; }
    public int? NetKg { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Account { get; init; }

    /// <summary>The verdict asked before the receipt had any effect.</summary>
    public required VerdictCode Verdict { get; init; }

    protected override SubjectRef Self => new(SubjectKind.Arrival, Number, Town);
}
