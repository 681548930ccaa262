using System.Diagnostics;

namespace FilingApi.Production;

/// <summary><c>./start --production [--settings FILE]</c>: a real town, empty at first, until it is told to stop.</summary>
public static class ServeProduction
{
    public const string Usage = "Usage: ./start --production [--settings FILE]";

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not ([] or ["--settings", _]))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        var watch = Stopwatch.StartNew();
        var (settings, faults) = ProductionSettings.Read(args is [_, var file] ? file : null, Environment.GetEnvironmentVariable);
        if (settings is null)
        {
            await errors.WriteLineAsync($"The service does not start: {faults.Count} of its settings cannot be used.");
            foreach (var fault in faults)
            {
                await errors.WriteLineAsync($"- {fault}");
            }

            return 1;
        }

        var app = await Service.Start(
            new ServiceSettings
            {
                DataFolder = settings.DataFolder,
                Url = settings.Listen.GetLeftPart(UriPartial.Authority),
                Production = settings,
                QuestionMonths = settings.QuestionLogMonths,
                LeastFreeMB = settings.LeastFreeMB,
                Broker = settings.Broker,
                SqlServer = settings.SqlServer,
            }
        );
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
}
