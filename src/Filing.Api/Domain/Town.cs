namespace FilingApi.Domain;

public sealed class Town : Subject
{
    public required string Code { get; init; }
    public required string Name { get; set; }

    protected override SubjectRef Self => new(SubjectKind.Town, Code, Code);
}
