using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Contracts.Delivery;

namespace FilingApi.Production;

/// <summary>What the operator sets, by a JSON file and by the environment, which wins. Everything unusable is said at once, each in a sentence.</summary>
public sealed record ProductionSettings
{
    public const string UsualFile = "/etc/vacuum/settings.json";

    /// <summary>Member of the file, variable of the environment.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["listen"] = "VACUUM_LISTEN",
        ["certificate"] = "VACUUM_CERTIFICATE",
        ["certificateKey"] = "VACUUM_CERTIFICATE_KEY",
        ["certificatePassword"] = "VACUUM_CERTIFICATE_PASSWORD",
        ["proxies"] = "VACUUM_PROXIES",
        ["dataFolder"] = "VACUUM_DATA_FOLDER",
        ["publicAddress"] = "VACUUM_PUBLIC_ADDRESS",
        ["townCode"] = "VACUUM_TOWN_CODE",
        ["townName"] = "VACUUM_TOWN_NAME",
        ["questionLogMonths"] = "VACUUM_QUESTION_LOG_MONTHS",
        ["leastFreeMB"] = "VACUUM_LEAST_FREE_MB",
        ["broker"] = "VACUUM_BROKER",
        ["towns"] = "VACUUM_TOWNS",
        ["sqlServer"] = "VACUUM_SQL_SERVER",
    };

    public Uri Listen { get; private init; } = null!;
    public X509Certificate2? Certificate { get; private init; }
    public IReadOnlyList<IPAddress> Proxies { get; private init; } = [];
    public string DataFolder { get; private init; } = "";
    public Uri PublicAddress { get; private init; } = null!;
    public string TownCode { get; private init; } = "";
    public string TownName { get; private init; } = "";
    public int QuestionLogMonths { get; private init; } = ServiceSettings.LeastQuestionMonths;
    public int LeastFreeMB { get; private init; } = ServiceSettings.UsualLeastFreeMB;

    /// <summary>Null: one process does everything.</summary>
    public BrokerSettings? Broker { get; private init; }
    public string? SqlServer { get; private init; }

    /// <summary>The settings, or all that is wrong with them.</summary>
    /// <param name="file">Named on the command line; null: the usual place, if there is such a file.</param>
    /// <param name="environment">Gives a variable's value, or null.</param>
    public static (ProductionSettings? Settings, IReadOnlyList<string> Faults) Read(string? file, Func<string, string?> environment)
    {
        var faults = new List<string>();
        var given = FromFile(file ?? (File.Exists(UsualFile) ? UsualFile : null), faults);
        foreach (var (name, variable) in Names)
        {
            if (environment(variable) is { Length: > 0 } value)
            {
                given[name] = value;
            }
        }

        var settings = new Reader(given, faults).Read();
        return faults.Count > 0 ? (null, faults) : (settings, []);
    }

    private static Dictionary<string, string> FromFile(string? file, List<string> faults)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        if (file is null)
        {
            return given;
        }

        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllText(file),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (!Names.ContainsKey(member.Name))
                {
                    faults.Add($"{file}: there is no setting '{member.Name}'. Known: {string.Join(", ", Names.Keys)}.");
                }
                else
                {
                    given[member.Name] =
                        member.Value.ValueKind == JsonValueKind.Array
                            ? string.Join(',', member.Value.EnumerateArray().Select(item => item.ToString()))
                            : member.Value.ToString();
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            faults.Add($"The settings file {file} cannot be read: {failure.Message}");
        }

        return given;
    }

    private sealed class Reader(Dictionary<string, string> given, List<string> faults)
    {
        public ProductionSettings Read()
        {
            var listen = Address("listen", "the address to listen on, such as https://0.0.0.0:443 or http://127.0.0.1:5080");
            var settings = new ProductionSettings
            {
                Listen = listen!,
                Certificate = Certificate(listen),
                Proxies = ReadProxies(),
                DataFolder = Folder(),
                PublicAddress = Address("publicAddress", "the address people use, such as https://paiwu.example.gov.cn")!,
                TownCode = Text("townCode", "the town's code, such as 430181117"),
                TownName = Text("townName", "the town's name"),
                QuestionLogMonths = Number(
                    "questionLogMonths",
                    ServiceSettings.LeastQuestionMonths,
                    1200,
                    ServiceSettings.LeastQuestionMonths,
                    "The law wants the log of questions kept for 6 months at least."
                ),
                LeastFreeMB = Number("leastFreeMB", 50, 1_000_000, ServiceSettings.UsualLeastFreeMB, "Below it writes are refused."),
                Broker = ReadBroker(),
                SqlServer = ReadServer(),
            };
            if (listen is { Scheme: "http" } && settings.Proxies.Count == 0)
            {
                Fault("listen", "is http without a proxy. Give https with 'certificate', or name the proxy in front of it in 'proxies'.");
            }

            return settings;
        }

        private void Fault(string name, string sentence) => faults.Add($"'{name}' ({Names[name]}) {sentence}");

        private string? Given(string name) => given.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

        private string Text(string name, string what)
        {
            if (Given(name) is { } text)
            {
                return text;
            }

            Fault(name, $"is missing: {what}.");
            return "";
        }

        private Uri? Address(string name, string what)
        {
            if (Text(name, what) is not { Length: > 0 } text)
            {
                return null;
            }

            if (
                Uri.TryCreate(text, UriKind.Absolute, out var address)
                && address.Scheme is "http" or "https"
                && address.AbsolutePath == "/"
            )
            {
                return address;
            }

            Fault(name, $"is '{text}': it must be {what}.");
            return null;
        }

        private int Number(string name, int least, int most, int usual, string why)
        {
            if (Given(name) is not { } text)
            {
                return usual;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            Fault(name, $"is '{text}': it must be a number from {least} to {most}. {why}");
            return usual;
        }

        private List<IPAddress> ReadProxies()
        {
            var proxies = new List<IPAddress>();
            foreach (
                var text in (Given("proxies") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
            {
                if (IPAddress.TryParse(text, out var proxy))
                {
                    proxies.Add(proxy);
                }
                else
                {
                    Fault("proxies", $"names '{text}': each must be an IP address.");
                }
            }

            return proxies;
        }

        private BrokerSettings? ReadBroker()
        {
            if (Given("broker") is not { } addresses)
            {
                return null;
            }

            try
            {
                return BrokerSettings.Parse($"'broker' ({Names["broker"]})", addresses, null, Given("towns"));
            }
            catch (InvalidOperationException fault)
            {
                faults.Add(fault.Message);
                return null;
            }
        }

        private string? ReadServer()
        {
            if (Given("sqlServer") is not { } server)
            {
                return null;
            }

            if (!Store.IsServer(server))
            {
                Fault("sqlServer", "cannot be used: it must be a connection string such as Server=…;Database=…;User Id=…;Password=….");
            }
            else if (Given("broker") is null)
            {
                Fault("sqlServer", "needs a broker: the worker has a store of its own there. Give 'broker' too, or leave it out.");
            }

            return server;
        }

        private string Folder()
        {
            if (Text("dataFolder", "an absolute path, such as /var/lib/vacuum") is not { Length: > 0 } folder)
            {
                return "";
            }

            if (!Path.IsPathFullyQualified(folder))
            {
                Fault("dataFolder", $"is '{folder}': it must be an absolute path.");
                return folder;
            }

            try
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(Path.Combine(folder, ".writable"), "");
                File.Delete(Path.Combine(folder, ".writable"));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Fault("dataFolder", $"is '{folder}', which cannot be written: {failure.Message}");
            }

            return folder;
        }

        private X509Certificate2? Certificate(Uri? listen)
        {
            if (Given("certificate") is not { } file)
            {
                if (listen is { Scheme: "https" })
                {
                    Fault("certificate", "is missing: 'listen' is https. Give a PEM or PFX file, or listen on http behind a proxy.");
                }

                return null;
            }

            try
            {
                var certificate =
                    Given("certificateKey") is { } key ? X509Certificate2.CreateFromPemFile(file, key)
                    : file.EndsWith(".pem", StringComparison.OrdinalIgnoreCase) ? X509Certificate2.CreateFromPemFile(file)
                    : X509CertificateLoader.LoadPkcs12FromFile(file, Given("certificatePassword"));
                if (!certificate.HasPrivateKey)
                {
                    Fault("certificate", $"is '{file}', which has no private key. Give its key in 'certificateKey'.");
                }

                return certificate;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
            {
                Fault("certificate", $"is '{file}', which cannot be used: {failure.Message}");
                return null;
            }
        }
    }
}
