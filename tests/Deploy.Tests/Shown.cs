using Contracts.Delivery;
using Contracts.Register;
using FilingApi;
using FilingApi.Data;
using FilingApi.Settings;
using FilingApi.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Deploy.Tests;

/// <summary>The output of a running service at <c>/metrics</c> after each of its metrics was used.</summary>
internal static class Shown
{
    public static async Task<HashSet<string>> Metrics()
    {
        var folder = Directory.CreateTempSubdirectory("deploy-").FullName;
        try
        {
            await using var app = await Service.Start(new ServiceSettings { DataFolder = folder, Quiet = true });
            var metrics = app.Services.GetRequiredService<ServiceMetrics>();
            metrics.Asked(VerdictCode.Filed, isPublic: true);
            metrics.Sightings(1, "accepted");
            await app.Services.GetRequiredService<Writer<FilingDb>>().Write((_, _) => Task.FromResult(true), default);
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            var text = await http.GetStringAsync(new Uri(new Uri(app.Urls.First()), "/metrics"));
            await app.StopAsync();
            return [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('{', ' ')[0])];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
