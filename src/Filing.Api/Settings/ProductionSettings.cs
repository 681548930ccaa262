using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace FilingApi.Settings;

/// <summary>What only a real town has.</summary>
public sealed record ProductionSettings
{
    public required Uri PublicAddress { get; init; }
    public required string TownCode { get; init; }
    public required string TownName { get; init; }

    /// <summary>Null: a proxy ends TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whose word about the caller's address is taken.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];
}
