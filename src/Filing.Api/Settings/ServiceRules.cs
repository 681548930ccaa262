using System.Net;
using Contracts.Delivery;
using Microsoft.Extensions.Options;

namespace FilingApi.Settings;

/// <summary>What holds wherever the service runs.</summary>
public sealed class ServiceRules(SettingNames names) : IValidateOptions<ServiceOptions>
{
    private const string Limit = "it must be a whole number of requests a minute, 0 for no limit.";

    public ValidateOptionsResult Validate(string? name, ServiceOptions options)
    {
        var faults = new SettingFaults(names);
        if (options.PublicAddress is { } address && ServiceOptions.Address(address) is null)
        {
            faults.Add("publicAddress", $"is '{address}': it must be the address people use, such as https://paiwu.example.gov.cn.");
        }

        foreach (
            var (limit, text) in new[]
            {
                ("limitAccount", options.LimitAccount),
                ("limitAnyone", options.LimitAnyone),
                ("limitPublicChecks", options.LimitPublicChecks),
                ("limitTokens", options.LimitTokens),
            }
        )
        {
            if (text is not null && ServiceOptions.Number(text) is null)
            {
                faults.Add(limit, $"is '{text}': {Limit}");
            }
        }

        if (options.Port is { } port && ServiceOptions.Number(port) is not (>= 0 and <= IPEndPoint.MaxPort))
        {
            faults.Add("port", $"is '{port}': it must be a number from 0 to {IPEndPoint.MaxPort}.");
        }

        if (options is { SqlServer: not null, Broker: null })
        {
            faults.Add("sqlServer", "needs a broker: the worker has a store of its own there. Give 'broker' too, or leave it out.");
        }

        return faults.Result;
    }
}
