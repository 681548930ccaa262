namespace FilingApi.Domain;

/// <summary>What a plant can take of municipal loads (R9); null: the roster's hours, no limit. m³ a day.</summary>
public sealed class PlantFleet : Subject
{
    public required string Plant { get; init; }
    public int? Bays { get; set; }
    public TimeOnly? Opens { get; set; }
    public TimeOnly? Closes { get; set; }
    public decimal? M3 { get; set; }

    protected override SubjectRef Self => new(SubjectKind.PlantFleet, Plant, null);
}
