namespace FilingApi.Data;

/// <summary>A key that signs offline lists; its private part is encrypted.</summary>
public sealed class SigningKeyRow
{
    public required string Id { get; init; }
    public required string X { get; init; }
    public required string Y { get; init; }
    public required byte[] Sealed { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}
