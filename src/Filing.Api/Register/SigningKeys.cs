using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FilingApi.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Register;

/// <summary>A public key as published at <c>/api/v1/keys</c> (RFC 7517); its id is its RFC 7638 thumbprint.</summary>
public sealed record PublicKey(string Kty, string Crv, string X, string Y, string Kid, string Alg, string Use);

/// <summary>
/// Signs offline lists: ECDSA P-256 with SHA-256 over the exact bytes, r and s concatenated as WebCrypto expects them. Another
/// algorithm would be added here only.
/// </summary>
public sealed class SigningKeys(IDbContextFactory<FilingDb> contexts, IDataProtectionProvider protection, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IDataProtector _seal = protection.CreateProtector("signing-keys");
    private (string Id, ECDsa Key)? _own;

    /// <summary>Every key that ever signed: old signatures can still be verified.</summary>
    public async Task<IReadOnlyList<PublicKey>> All(CancellationToken cancel)
    {
        Own();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return
        [
            .. (await db.SigningKeys.AsNoTracking().OrderBy(row => row.MadeAt).ThenBy(row => row.Id).ToListAsync(cancel)).Select(
                row => new PublicKey("EC", "P-256", row.X, row.Y, row.Id, "ES256", "sig")
            ),
        ];
    }

    public (string KeyId, string Signature) Sign(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            var (id, key) = Own();
            return (
                id,
                Base64Url.EncodeToString(key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
            );
        }
    }

    public void Dispose() => _own?.Key.Dispose();

    /// <summary>Created at its first use and stored encrypted in the database.</summary>
    private (string Id, ECDsa Key) Own()
    {
        lock (_gate)
        {
            if (_own is { } own)
            {
                return own;
            }

            using var db = contexts.CreateDbContext();
            var row = db.SigningKeys.AsNoTracking().OrderByDescending(key => key.MadeAt).FirstOrDefault();
            var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            if (row is null)
            {
                row = Row(ecdsa);
                db.SigningKeys.Add(row);
                db.SaveChanges();
            }
            else
            {
                ecdsa.ImportPkcs8PrivateKey(_seal.Unprotect(row.Sealed), out _);
            }

            _own = (row.Id, ecdsa);
            return _own.Value;
        }
    }

    private SigningKeyRow Row(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        var thumbprint = Base64Url.EncodeToString(
            SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}"""))
        );
        return new SigningKeyRow
        {
            Id = thumbprint,
            X = x,
            Y = y,
            Sealed = _seal.Protect(key.ExportPkcs8PrivateKey()),
            MadeAt = clock.GetUtcNow(),
        };
    }
}
