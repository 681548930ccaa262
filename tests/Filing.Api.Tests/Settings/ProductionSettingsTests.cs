using System.Net;
using FilingApi.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FilingApi.Tests.Settings;

public sealed class ProductionSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Everything_unusable_is_reported_at_once()
    {
        var file = Write(
            """
            {
              "listen": "nowhere", "certificate": "/no/such.pem", "proxies": ["router"], "dataFolder": "here", "publicAddress": "ftp://x/",
              "questionLogMonths": 3, "leastFreeMB": "much", "limitTokens": "few", "broker": "rabbit", "speed": 1
            }
            """
        );

        var faults = Faults(file);

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
            "'limitTokens'",
            "'broker'",
        ];
        Assert.All(named, name => Assert.Single(faults, fault => fault.Contains(name, StringComparison.Ordinal)));
        Assert.Equal(named.Length, faults.Count);
        Assert.All(faults, fault => Assert.EndsWith(".", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void The_environment_wins_over_the_file_and_the_sample_is_usable()
    {
        var sample = Path.Combine(Repository.Folder, "deploy", "settings.sample.json");

        var settings = ServeProduction.Read(sample, Given(("VACUUM_DATA_FOLDER", _folder), ("VACUUM_TOWN_NAME", "洞阳镇")));

        Assert.Equal((_folder, "洞阳镇", "430181117"), (settings.DataFolder, settings.Production!.TownName, settings.Production.TownCode));
        Assert.Equal("https://paiwu.example.gov.cn", settings.PublicAddress);
        Assert.Equal([IPAddress.Loopback], settings.Production.Proxies);
        Assert.Equal((new Limits(), 6, 200), (settings.Limits, settings.QuestionMonths, settings.LeastFreeMB));
    }

    [Fact]
    public void A_setting_has_the_same_names_with_and_without_production()
    {
        var sample = Path.Combine(Repository.Folder, "deploy", "settings.sample.json");

        var settings = ServeProduction.Read(
            sample,
            Given(("DATA_DIR", _folder), ("AMQP", "amqp://one/"), ("BROKER_WAITS", "1,2"), ("TOWNS", "1,2"), ("LIMIT_TOKENS", "0"))
        );
        var options = Serve.Read(Given(("VACUUM_DATA_FOLDER", _folder), ("VACUUM_BROKER", "amqp://one/"), ("PORT", "0")));

        Assert.Equal((_folder, 0), (settings.DataFolder, settings.Limits.Tokens));
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], settings.Broker!.Waits);
        Assert.Equal(["1", "2"], settings.Broker.Towns);
        Assert.Equal((_folder, "amqp://one/", "0"), (options.DataFolder, options.Broker, options.Port));
    }

    [Theory]
    [InlineData("PORT", "soon", "'port' (PORT) is 'soon': it must be a number from 0 to 65535.")]
    [InlineData("PORT", "65536", "'port' (PORT) is '65536': it must be a number from 0 to 65535.")]
    [InlineData(
        "LIMIT_ANYONE",
        "-1",
        "'limitAnyone' (LIMIT_ANYONE) is '-1': it must be a whole number of requests a minute, 0 for no limit."
    )]
    [InlineData("SQLSERVER", "Server=x", "'sqlServer' (VACUUM_SQL_SERVER, SQLSERVER, Storage__SqlServer) needs a broker")]
    [InlineData("PUBLIC_ADDRESS", "https://x.example/here", "'publicAddress' (VACUUM_PUBLIC_ADDRESS, PUBLIC_ADDRESS) is 'https")]
    public void A_setting_unusable_on_loopback_is_reported_in_a_sentence(string variable, string value, string said) =>
        Assert.StartsWith(
            said,
            Assert.Single(Assert.Throws<OptionsValidationException>(() => Serve.Read(Given((variable, value)))).Failures),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("http://127.0.0.1:0", "'listen' (VACUUM_LISTEN) is http without a proxy")]
    [InlineData("https://127.0.0.1:0", "'certificate' (VACUUM_CERTIFICATE) is missing")]
    public void Open_text_needs_a_proxy_and_TLS_a_certificate(string listen, string said)
    {
        var file = Write(
            $$"""
            { "listen": "{{listen}}", "dataFolder": "{{_folder}}", "publicAddress": "https://x/", "townCode": "1", "townName": "T" }
            """
        );

        Assert.StartsWith(said, Assert.Single(Faults(file)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    public void A_missing_file_is_reported(string text) =>
        Assert.Contains(Faults(Write(text)), fault => fault.Contains("cannot be read", StringComparison.Ordinal));

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
                && line.EndsWith($"--production --settings {ServeProduction.UsualFile}", StringComparison.Ordinal)
        );
    }

    private static List<string> Faults(string file) =>
        [.. Assert.Throws<OptionsValidationException>(() => ServeProduction.Read(file, Given())).Failures];

    private static IConfiguration Given(params (string Name, string? Value)[] variables) =>
        new ConfigurationBuilder().AddInMemoryCollection(variables.ToDictionary(given => given.Name, given => given.Value)).Build();

    private string Write(string text)
    {
        var file = Path.Combine(_folder, "settings.json");
        File.WriteAllText(file, text);
        return file;
    }
}
