namespace FilingApi.Data;

/// <summary>A key that signs what is carried off-line; its private part is sealed.</summary>
public sealed class SigningKeyRow
{
    public required string Id { get; init; }
    public required string X { get; init; }
    public required string Y { get; init; }
    public required byte[] Sealed { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}
