using System.Security.Cryptography;
using Contracts.Delivery;
using Microsoft.Extensions.Options;

namespace FilingApi.Settings;

/// <summary>Rules for settings that only production has.</summary>
public sealed class ProductionRules(SettingNames names) : IValidateOptions<ServiceOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceOptions options)
    {
        var faults = new SettingFaults(names);
        Listens(options, faults);
        Certifies(options, faults);
        foreach (var (text, _) in options.ToProxies().Where(proxy => proxy.Address is null))
        {
            faults.Add("proxies", $"names '{text}': each must be an IP address.");
        }

        CanWrite(options.DataFolder, faults);
        Demand("publicAddress", options.PublicAddress, "the address people use, such as https://paiwu.example.gov.cn", faults);
        Demand("townCode", options.TownCode, "the town's code, such as 430181117", faults);
        Demand("townName", options.TownName, "the town's name", faults);
        Range(
            "questionLogMonths",
            options.QuestionLogMonths,
            (ServiceSettings.LeastQuestionMonths, 1200),
            "The law wants the log of questions kept for 6 months at least.",
            faults
        );
        Range("leastFreeMB", options.LeastFreeMB, (50, 1_000_000), "Below it writes are refused.", faults);
        return faults.Result;
    }

    private static void Demand(string name, string? text, string what, SettingFaults faults)
    {
        if (text is null)
        {
            faults.Add(name, $"is missing: {what}.");
        }
    }

    private static void Range(string name, string? text, (int Least, int Most) range, string why, SettingFaults faults)
    {
        if (text is not null && !(ServiceOptions.Number(text) is { } number && number >= range.Least && number <= range.Most))
        {
            faults.Add(name, $"is '{text}': it must be a number from {range.Least} to {range.Most}. {why}");
        }
    }

    private static void Listens(ServiceOptions options, SettingFaults faults)
    {
        const string what = "the address to listen on, such as https://0.0.0.0:443 or http://127.0.0.1:5080";
        Demand("listen", options.Listen, what, faults);
        if (options.Listen is { } text && ServiceOptions.Address(text) is null)
        {
            faults.Add("listen", $"is '{text}': it must be {what}.");
        }

        if (ServiceOptions.Address(options.Listen) is { Scheme: "http" } && !options.ToProxies().Any())
        {
            faults.Add("listen", "is http without a proxy. Give https with 'certificate', or name the proxy in front of it in 'proxies'.");
        }
    }

    private static void Certifies(ServiceOptions options, SettingFaults faults)
    {
        if (options.Certificate is not { } file)
        {
            if (ServiceOptions.Address(options.Listen) is { Scheme: "https" })
            {
                faults.Add("certificate", "is missing: 'listen' is https. Give a PEM or PFX file, or listen on http behind a proxy.");
            }

            return;
        }

        try
        {
            using var certificate = options.ToCertificate()!;
            if (!certificate.HasPrivateKey)
            {
                faults.Add("certificate", $"is '{file}', which has no private key. Give its key in 'certificateKey'.");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            faults.Add("certificate", $"is '{file}', which cannot be used: {failure.Message}");
        }
    }

    private static void CanWrite(string? folder, SettingFaults faults)
    {
        Demand("dataFolder", folder, "an absolute path, such as /var/lib/vacuum", faults);
        if (folder is null)
        {
            return;
        }

        if (!Path.IsPathFullyQualified(folder))
        {
            faults.Add("dataFolder", $"is '{folder}': it must be an absolute path.");
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, ".writable"), "");
            File.Delete(Path.Combine(folder, ".writable"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            faults.Add("dataFolder", $"is '{folder}', which cannot be written: {failure.Message}");
        }
    }
}
