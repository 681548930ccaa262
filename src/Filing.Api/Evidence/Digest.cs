using System.Security.Cryptography;

namespace FilingApi.Evidence;

/// <summary>The hash function of the chains: SM3 would be added here. Each day's head stores its name.</summary>
public sealed record Digest(string Name, Func<byte[], byte[]> Of)
{
    public const int Length = 32;

    public static readonly Digest Current = new("SHA-256", SHA256.HashData);

    /// <summary>The value before the first link of a book.</summary>
    public static byte[] Nothing => new byte[Length];

    /// <summary>A link: the hash over the previous link's hash and the row's content.</summary>
    public byte[] Link(byte[] previous, byte[] content)
    {
        var bytes = new byte[previous.Length + content.Length];
        previous.CopyTo(bytes, 0);
        content.CopyTo(bytes, previous.Length);
        return Of(bytes);
    }
}
