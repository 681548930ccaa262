using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Contracts.Delivery;

namespace FilingApi.Settings;

/// <summary>What can be set of the filing service, as it was given.</summary>
public sealed class ServiceOptions : StoreOptions
{
    private static readonly IReadOnlyList<SettingName> Always =
    [
        .. StoreOptions.Names,
        new("publicAddress", "VACUUM_PUBLIC_ADDRESS", "PUBLIC_ADDRESS"),
        new("limitAccount", "LIMIT_ACCOUNT"),
        new("limitAnyone", "LIMIT_ANYONE"),
        new("limitPublicChecks", "LIMIT_PUBLIC_CHECKS"),
        new("limitTokens", "LIMIT_TOKENS"),
    ];

    /// <summary>Of <c>./start</c> on loopback.</summary>
    public static readonly SettingNames Local = new([
        .. Always,
        new("port", "PORT"),
        new("adminPassword", "ADMIN_PASSWORD"),
        new("demoPassword", "DEMO_PASSWORD"),
    ]);

    /// <summary>Of <c>./start --production</c>.</summary>
    public static readonly SettingNames Production = new([
        .. Always,
        new("listen", "VACUUM_LISTEN"),
        new("certificate", "VACUUM_CERTIFICATE"),
        new("certificateKey", "VACUUM_CERTIFICATE_KEY"),
        new("certificatePassword", "VACUUM_CERTIFICATE_PASSWORD"),
        new("proxies", "VACUUM_PROXIES"),
        new("townCode", "VACUUM_TOWN_CODE"),
        new("townName", "VACUUM_TOWN_NAME"),
        new("questionLogMonths", "VACUUM_QUESTION_LOG_MONTHS"),
        new("leastFreeMB", "VACUUM_LEAST_FREE_MB"),
    ]);

    public string? PublicAddress { get; set; }
    public string? LimitAccount { get; set; }
    public string? LimitAnyone { get; set; }
    public string? LimitPublicChecks { get; set; }
    public string? LimitTokens { get; set; }
    public string? Port { get; set; }
    public string? AdminPassword { get; set; }
    public string? DemoPassword { get; set; }
    public string? Listen { get; set; }
    public string? Certificate { get; set; }
    public string? CertificateKey { get; set; }
    public string? CertificatePassword { get; set; }
    public string? Proxies { get; set; }
    public string? TownCode { get; set; }
    public string? TownName { get; set; }
    public string? QuestionLogMonths { get; set; }
    public string? LeastFreeMB { get; set; }

    public Limits ToLimits(Limits usual) =>
        new()
        {
            Account = Number(LimitAccount) ?? usual.Account,
            Anyone = Number(LimitAnyone) ?? usual.Anyone,
            PublicChecks = Number(LimitPublicChecks) ?? usual.PublicChecks,
            Tokens = Number(LimitTokens) ?? usual.Tokens,
        };

    /// <summary>Null: it is no whole number.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Null: it is no address of a whole host.</summary>
    public static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", AbsolutePath: "/" }
            ? address
            : null;

    /// <summary>Each as it was given, with null for what is no IP address.</summary>
    public IEnumerable<(string Text, IPAddress? Address)> ToProxies() =>
        (Proxies ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => (text, IPAddress.TryParse(text, out var proxy) ? proxy : null));

    /// <exception cref="System.Security.Cryptography.CryptographicException">No certificate, or a wrong key or password.</exception>
    public X509Certificate2? ToCertificate() =>
        Certificate is not { } file ? null
        : CertificateKey is { } key ? X509Certificate2.CreateFromPemFile(file, key)
        : file.EndsWith(".pem", StringComparison.OrdinalIgnoreCase) ? X509Certificate2.CreateFromPemFile(file)
        : X509CertificateLoader.LoadPkcs12FromFile(file, CertificatePassword);
}
