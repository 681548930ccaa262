using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace FilingApi.Web;

/// <summary>
/// Caches decrypted tokens for a minute, by their hash: decrypting one costs more than a check. What ends a token (its expiry, its
/// account's stamp) is still checked with every request.
/// </summary>
public sealed class OpenedTickets(ISecureDataFormat<AuthenticationTicket> seal) : ISecureDataFormat<AuthenticationTicket>
{
    private const int Most = 10_000;
    private const int Longest = 1_024;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<UInt128, (AuthenticationTicket Ticket, long OpenedAt)> _opened = new();

    public string Protect(AuthenticationTicket data) => seal.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => seal.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is not { Length: > 0 and <= Longest } || purpose is not null)
        {
            return seal.Unprotect(protectedText, purpose);
        }

        var key = KeyOf(protectedText);
        if (_opened.TryGetValue(key, out var known) && TimeProvider.System.GetElapsedTime(known.OpenedAt) < Fresh)
        {
            return known.Ticket;
        }

        if (seal.Unprotect(protectedText, purpose) is not { } ticket)
        {
            return null;
        }

        if (_opened.Count >= Most)
        {
            _opened.Clear();
        }

        _opened[key] = (ticket, TimeProvider.System.GetTimestamp());
        return ticket;
    }

    private static UInt128 KeyOf(string text)
    {
        Span<byte> bytes = stackalloc byte[Longest * 3];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    public static void AddTo(IServiceCollection services) =>
        services
            .AddOptions<BearerTokenOptions>(BearerTokenDefaults.AuthenticationScheme)
            .PostConfigure(bearer => bearer.BearerTokenProtector = new OpenedTickets(bearer.BearerTokenProtector));
}
