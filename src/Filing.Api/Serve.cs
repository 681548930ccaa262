
namespace FilingApi;

/// <summary><c>./start</c>: serves until it is told to stop.</summary>
public static class Serve
{
    public static async Task<int> Run(string[] args)
    {
        if (args.Length > 0)
        {
            Console.Error.WriteLine($"Unknown command '{args[0]}'. Commands: (none) to serve, replay DIR.");
            return 2;
        }

        var port = Environment.GetEnvironmentVariable("PORT") ?? "5080";
        var settings = new ServiceSettings
        {
            DataFolder = Path.GetFullPath(Environment.GetEnvironmentVariable("DATA_DIR") ?? ".data"),
            Url = $"http://127.0.0.1:{port}",
            Demo = true,
        };
        try
        {
            var app = await Service.Start(settings);
            Console.WriteLine($"Serving on {app.Urls.First()}");
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception cannot) when (cannot is InvalidOperationException or IOException)
        {
            Console.Error.WriteLine(cannot.Message);
            return 1;
        }
    }
}
