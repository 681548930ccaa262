using System.Diagnostics;
using Contracts.Delivery;
using FilingApi.Features.Accounts;
using FilingApi.Settings;

namespace FilingApi;

/// <summary>
/// <c>./start --production [--settings FILE]</c>: runs the service for a real town, with empty stores at first, until it is stopped.
/// </summary>
public static class ServeProduction
{
    public const string Usage = "Usage: ./start --production [--settings FILE]";
    public const string UsualFile = "/etc/vacuum/settings.json";

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not ([] or ["--settings", _]))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        var watch = Stopwatch.StartNew();
        var file =
            args is [_, var named] ? named
            : File.Exists(UsualFile) ? UsualFile
            : null;
        var settings = Read(file, new ConfigurationBuilder().AddEnvironmentVariables().Build());
        var app = await Service.Start(settings);
        await using (app)
        {
            if (app.Services.GetRequiredService<FirstCode>().Printed is { } code)
            {
                await output.WriteLineAsync($"One-time code for the first administrator (shown this once, good until used): {code}");
            }

            await output.WriteLineAsync($"Ready in {watch.Elapsed.TotalSeconds:0.0} s: {app.Urls.First()}, for {settings.PublicAddress}");
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

    /// <param name="file">The settings file; null: none.</param>
    /// <param name="environment">The environment variables.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Lists every value that is not usable.</exception>
    public static ServiceSettings Read(string? file, IConfiguration environment)
    {
        var names = ServiceOptions.Production;
        var options = names.Read<ServiceOptions>(
            file,
            environment,
            new StoreRules<ServiceOptions>(names),
            new ServiceRules(names),
            new ProductionRules(names)
        );
        return new ServiceSettings
        {
            DataFolder = options.DataFolder!,
            Url = ServiceOptions.Address(options.Listen)!.GetLeftPart(UriPartial.Authority),
            PublicAddress = options.PublicAddress,
            Limits = options.ToLimits(new()),
            QuestionMonths = ServiceOptions.Number(options.QuestionLogMonths) ?? ServiceSettings.LeastQuestionMonths,
            LeastFreeMB = ServiceOptions.Number(options.LeastFreeMB) ?? ServiceSettings.UsualLeastFreeMB,
            Broker = options.ToBroker(names),
            SqlServer = options.SqlServer,
            Production = new ProductionSettings
            {
                PublicAddress = ServiceOptions.Address(options.PublicAddress)!,
                TownCode = options.TownCode!,
                TownName = options.TownName!,
                Certificate = options.ToCertificate(),
                Proxies = [.. options.ToProxies().Select(proxy => proxy.Address!)],
            },
        };
    }
}
