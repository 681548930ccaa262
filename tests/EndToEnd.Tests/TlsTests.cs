using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

/// <summary><c>--production</c> as an operator starts it, with a certificate of its own and nothing in front.</summary>
public sealed class TlsTests
{
    private const string Announcement = "Ready in ";
    private const string CodeLine = "One-time code";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task The_service_speaks_TLS_with_the_given_certificate_and_nothing_else()
    {
        using var folder = new TempFolder("tls");
        using var certificate = WritePair(folder.Path);
        await using var process = ChildProcess.Start(
            Path.Combine(AppContext.BaseDirectory, "Filing.Api"),
            ["--production", "--settings", Settings(folder.Path)],
            folder.Path,
            new Dictionary<string, string>()
        );
        var line = await Eventually.See(
            "it says where it serves.",
            Patience,
            () =>
                process.HasExited
                    ? throw new InvalidOperationException($"It did not start: {process.Explanation}")
                    : Task.FromResult(process.Words.FirstOrDefault(word => word.StartsWith(Announcement, StringComparison.Ordinal))),
            () => process.Explanation
        );
        var address = new Uri(line.Split(' ').Single(word => word.StartsWith("https://127.0.0.1", StringComparison.Ordinal)).TrimEnd(','));
        var code = process.Words.Single(word => word.StartsWith(CodeLine, StringComparison.Ordinal)).Split(' ')[^1];

        using var http = Trusting(certificate, address);
        using var alive = await http.GetAsync(new Uri("/healthz", UriKind.Relative));
        using var made = await http.PostAsJsonAsync(
            new Uri("/api/v1/first-administrator", UriKind.Relative),
            new
            {
                code,
                account = "chief",
                password = Make.Password,
            }
        );
        using var token = await http.PostAsJsonAsync(
            new Uri("/api/v1/tokens", UriKind.Relative),
            new { account = "chief", password = Make.Password }
        );
        var (seen, protocol) = await Handshake(address);
        using var plain = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        Assert.True(alive.IsSuccessStatusCode);
        Assert.True(alive.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(201, (int)made.StatusCode);
        Assert.Equal("admin", (await token.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("role").GetString());
        Assert.Equal(certificate.Thumbprint, seen);
        Assert.True(protocol is SslProtocols.Tls12 or SslProtocols.Tls13, $"{protocol}");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => plain.GetAsync(new Uri($"http://{address.Authority}/healthz")));
    }

    private static string Settings(string folder)
    {
        var file = Path.Combine(folder, "settings.json");
        File.WriteAllText(
            file,
            JsonSerializer.Serialize(
                new
                {
                    listen = "https://127.0.0.1:0",
                    certificate = Path.Combine(folder, "town.crt"),
                    certificateKey = Path.Combine(folder, "town.key"),
                    dataFolder = Path.Combine(folder, "data"),
                    publicAddress = "https://town.example",
                    townCode = "430181117",
                    townName = "永安镇",
                }
            )
        );
        return file;
    }

    /// <summary>Certificate and key as two PEM files.</summary>
    private static X509Certificate2 WritePair(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=town.example", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "town.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "town.key"), key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    private static HttpClient Trusting(X509Certificate2 certificate, Uri address) =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                SslOptions = new SslClientAuthenticationOptions
                {
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        TrustMode = X509ChainTrustMode.CustomRootTrust,
                        CustomTrustStore = { certificate },
                        RevocationMode = X509RevocationMode.NoCheck,
                    },
                },
            }
        )
        {
            BaseAddress = address,
        };

    private static async Task<(string Thumbprint, SslProtocols Protocol)> Handshake(Uri address)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        using var stream = new SslStream(socket.GetStream());
        var seen = "";
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = address.Host,
                RemoteCertificateValidationCallback = (_, shown, _, _) => (seen = ((X509Certificate2)shown!).Thumbprint).Length > 0,
            }
        );
        return (seen, stream.SslProtocol);
    }
}
