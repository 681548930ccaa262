using System.Net;
using FilingApi.Production;

namespace FilingApi.Tests.Production;

public sealed class ProductionSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Everything_unusable_is_said_at_once()
    {
        var file = Write(
            """{ "listen": "nowhere", "certificate": "/no/such.pem", "proxies": ["router"], "dataFolder": "here", "publicAddress": "ftp://x/", "questionLogMonths": 3, "leastFreeMB": "much", "speed": 1 }"""
        );

        var (settings, faults) = ProductionSettings.Read(file, _ => null);

        Assert.Null(settings);
        string[] named =
        [
            "'speed'",
            "'listen'",
            "'certificate'",
            "'proxies'",
            "'dataFolder'",
            "'publicAddress'",
            "'townCode'",
            "'townName'",
            "'questionLogMonths'",
            "'leastFreeMB'",
        ];
        Assert.All(named, name => Assert.Single(faults, fault => fault.Contains(name, StringComparison.Ordinal)));
        Assert.Equal(named.Length, faults.Count);
        Assert.All(faults, fault => Assert.EndsWith(".", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void The_environment_wins_over_the_file_and_the_sample_is_usable()
    {
        var sample = Path.Combine(Repository.Folder, "deploy", "settings.sample.json");

        var (settings, faults) = ProductionSettings.Read(
            sample,
            name =>
                name switch
                {
                    "VACUUM_DATA_FOLDER" => _folder,
                    "VACUUM_TOWN_NAME" => "洞阳镇",
                    _ => null,
                }
        );

        Assert.Empty(faults);
        Assert.Equal((_folder, "洞阳镇", "430181117"), (settings!.DataFolder, settings.TownName, settings.TownCode));
        Assert.Equal([IPAddress.Loopback], settings.Proxies);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", "'listen' (VACUUM_LISTEN) is http without a proxy")]
    [InlineData("https://127.0.0.1:0", "'certificate' (VACUUM_CERTIFICATE) is missing")]
    public void Open_text_needs_a_proxy_and_TLS_a_certificate(string listen, string said)
    {
        var file = Write(
            $$"""{ "listen": "{{listen}}", "dataFolder": "{{_folder}}", "publicAddress": "https://x.example/", "townCode": "1", "townName": "T" }"""
        );

        Assert.StartsWith(said, Assert.Single(ProductionSettings.Read(file, _ => null).Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    public void A_file_that_is_none_is_said(string text) =>
        Assert.Contains(
            ProductionSettings.Read(Write(text), _ => null).Faults,
            fault => fault.Contains("cannot be read", StringComparison.Ordinal)
        );

    [Fact]
    public void The_unit_starts_the_service_hardened()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Folder, "deploy", "vacuum.service"))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToList();

        Assert.All(lines, line => Assert.Matches(@"^(\[(Unit|Service|Install)\]|[A-Z][A-Za-z]+=\S.*)$", line));
        Assert.Equal(["[Unit]", "[Service]", "[Install]"], lines.Where(line => line[0] == '['));
        string[] needed =
        [
            "NoNewPrivileges=true",
            "ProtectSystem=strict",
            "ProtectHome=true",
            "PrivateTmp=true",
            "UMask=0077",
            "KillSignal=SIGTERM",
            "User=vacuum",
            "StateDirectory=vacuum",
        ];
        Assert.All(needed, line => Assert.Contains(line, lines));
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("ExecStart=/", StringComparison.Ordinal)
                && line.EndsWith($"--production --settings {ProductionSettings.UsualFile}", StringComparison.Ordinal)
        );
    }

    private string Write(string text)
    {
        var file = Path.Combine(_folder, "settings.json");
        File.WriteAllText(file, text);
        return file;
    }
}
