using System.Net;

namespace EndToEnd.Tests.Running;

/// <summary>The filing service as it is built, in a process of its own.</summary>
internal sealed class FilingProcess : IAsyncDisposable
{
    private const string Announcement = "Ready in ";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);
    private readonly ChildProcess _process;

    private FilingProcess(ChildProcess process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }
    public string Explanation => _process.Explanation;

    /// <summary>Returns when <c>/readyz</c> says that it can serve.</summary>
    /// <param name="folder">Its data, which outlives it.</param>
    /// <param name="amqp">The broker; null: embedded, all in this one process.</param>
    public static async Task<FilingProcess> Start(string folder, Uri? amqp = null)
    {
        var environment = new Dictionary<string, string> { ["DATA_DIR"] = folder, ["PORT"] = "0", ["ADMIN_PASSWORD"] = Make.Password };
        if (amqp is not null) { environment["AMQP"] = amqp.ToString(); }

        var process = ChildProcess.Start(Path.Combine(AppContext.BaseDirectory, "Filing.Api"), [], folder, environment);
        try
        {
            var line = await Eventually.See("Filing.Api says where it serves.", StartPatience, () =>
                Task.FromResult(process.HasExited ? throw new InvalidOperationException($"It did not start: {process.Explanation}") : process.Words.FirstOrDefault(word => word.StartsWith(Announcement, StringComparison.Ordinal))),
                () => process.Explanation);
            var service = new FilingProcess(process, new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]));
            await service.BeReady();
            return service;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public Task Kill() => _process.Kill();

    public Task Terminate(TimeSpan most) => _process.Terminate(most);

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task BeReady()
    {
        using var http = Client.Http(Address);
        await Eventually.See("Filing.Api is ready.", StartPatience, async () =>
        {
            using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }, () => _process.Explanation);
    }
}

/// <summary>The worker as it is built. It has no address: it is seen by what it does.</summary>
internal static class WorkerProcess
{
    public static ChildProcess Start(string folder, Uri amqp) =>
        ChildProcess.Start(Path.Combine(AppContext.BaseDirectory, "Dispatch.Worker"), [], folder, new Dictionary<string, string>
        {
            ["Storage__Folder"] = folder,
            ["Transport__Amqp"] = amqp.ToString(),
            ["Runs__Grace"] = "00:00:01",
        });

    /// <summary>Returns when its queues stand.</summary>
    public static Task Listens(ChildProcess worker) => Eventually.See("the worker's queues stand.", TimeSpan.FromSeconds(90), () =>
        Task.FromResult(worker.HasExited ? throw new InvalidOperationException($"It did not start: {worker.Explanation}") : worker.Words.Any(word => word.Contains("Bus started", StringComparison.Ordinal))),
        () => worker.Explanation);
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class TempFolder(string name) : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory($"e2e-{name}-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
