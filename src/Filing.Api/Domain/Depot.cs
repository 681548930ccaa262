namespace FilingApi.Domain;

public sealed class Depot : Subject
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required double Lat { get; set; }
    public required double Lon { get; set; }

    /// <summary>The hauler it belongs to; null: any may use it.</summary>
    public string? Owner { get; set; }

    protected override SubjectRef Self => new(SubjectKind.Depot, Code, null);
}
