using System.Globalization;

namespace FilingApi.Domain;

/// <summary>One day of a plant that differs from its ordinary day.</summary>
public sealed class PlantDay : Subject
{
    public required string Plant { get; init; }
    public required DateOnly Date { get; init; }
    public bool Open { get; set; }
    public int? Bays { get; set; }
    public TimeOnly? Opens { get; set; }
    public TimeOnly? Closes { get; set; }
    public decimal? M3 { get; set; }

    /// <summary>Closed from this moment on.</summary>
    public DateTimeOffset? ClosedFrom { get; set; }

    protected override SubjectRef Self =>
        new(SubjectKind.PlantFleet, string.Create(CultureInfo.InvariantCulture, $"{Plant} {Date:yyyy-MM-dd}"), null);
}
