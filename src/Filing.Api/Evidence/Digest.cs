using System.Security.Cryptography;

namespace FilingApi.Evidence;

/// <summary>The hash that chains are made with: the one seam at which SM3 would come in. Its name is kept with each day's head.</summary>
public sealed record Digest(string Name, Func<byte[], byte[]> Of)
{
    public const int Length = 32;

    public static readonly Digest Current = new("SHA-256", SHA256.HashData);

    /// <summary>What stands before the first link of a book.</summary>
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
