namespace FilingApi.Domain;

/// <summary>An enterprise, hauler, station, centre, squad or supervision of a town.</summary>
public sealed class Organisation : Subject, IOfTown
{
    public const string KitchenQualification = "kitchen";

    /// <summary>The words that mean something to a rule.</summary>
    public static readonly IReadOnlyList<string> KnownQualifications = [KitchenQualification];

    public required string Code { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; set; }
    public required string Town { get; set; }
    public string? Uscc { get; set; }
    public string? Phone { get; set; }
    public required IReadOnlyList<string> Qualifications { get; set; }

    protected override SubjectRef Self => new(SubjectKind.Organisation, Code, Town);
}
