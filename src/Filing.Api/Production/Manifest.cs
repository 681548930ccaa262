using System.Security.Cryptography;
using System.Text.Json;
using FilingApi.Evidence;
using FilingApi.Web;

namespace FilingApi.Production;

/// <summary>The contents of a backup, so that it can be checked before it is restored.</summary>
public sealed record Manifest
{
    public const string File = "manifest.json";
    public const int PresentFormat = 1;

    public required int Format { get; init; }
    public required string Version { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The register's last stamp in the backup (R2): it contains everything decided by then, and nothing later.</summary>
    public required DateTimeOffset Moment { get; init; }
    public required IReadOnlyList<StoreFile> Stores { get; init; }
    public required IReadOnlyList<BookHead> Heads { get; init; }

    public sealed record StoreFile(string File, long Bytes, string Sha256);

    public sealed record BookHead(string Book, long Links, string? Day, string? Hash);

    public static IReadOnlyList<BookHead> HeadsOf(IReadOnlyList<BookProof> proofs) =>
        [.. proofs.Select(proof => new BookHead(proof.Book, proof.Links, proof.LastDay, proof.Head))];

    public static StoreFile Describe(string folder, string file)
    {
        using var stream = System.IO.File.OpenRead(Path.Combine(folder, file));
        return new StoreFile(file, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    public void Write(string folder)
    {
        using var stream = System.IO.File.Create(Path.Combine(folder, File));
        JsonSerializer.Serialize(stream, this, Indented);
        stream.Flush(flushToDisk: true);
    }

    public static Manifest Read(string folder) =>
        JsonSerializer.Deserialize<Manifest>(System.IO.File.ReadAllText(Path.Combine(folder, File)), Indented)!;

    private static readonly JsonSerializerOptions Indented = new(WebJson.Options) { WriteIndented = true };
}
