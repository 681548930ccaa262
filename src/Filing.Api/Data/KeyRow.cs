namespace FilingApi.Data;

/// <summary>A key that seals tokens.</summary>
public sealed class KeyRow
{
    public long Id { get; init; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
}
