using System.Net;

namespace EndToEnd.Tests.Running;

/// <summary>The built filing service, in a separate process.</summary>
internal sealed class FilingProcess : IAsyncDisposable
{
    private const string Announcement = "Ready in ";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);
    private static readonly Dictionary<string, string> Nothing = [];
    private readonly ChildProcess _process;

    private FilingProcess(ChildProcess process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }
    public string Explanation => _process.Explanation;

    /// <summary>Its output, oldest first.</summary>
    public IEnumerable<string> Words => _process.Words;

    /// <summary>Returns when <c>/readyz</c> says that it can serve.</summary>
    /// <param name="folder">Its data folder, which outlives it.</param>
    /// <param name="amqp">The broker's nodes, separated by commas; null: embedded, all in one process.</param>
    /// <param name="also">Additional environment variables.</param>
    public static async Task<FilingProcess> Start(string folder, string? amqp = null, IReadOnlyDictionary<string, string>? also = null)
    {
        var environment = new Dictionary<string, string>(also ?? Nothing)
        {
            ["DATA_DIR"] = folder,
            ["PORT"] = "0",
            ["ADMIN_PASSWORD"] = Make.Password,
        };
        if (amqp is not null)
        {
            environment["AMQP"] = amqp;
        }

        var process = ChildProcess.Start(Path.Combine(AppContext.BaseDirectory, "Filing.Api"), [], folder, environment);
        try
        {
            var line = await Eventually.See(
                "Filing.Api says where it serves.",
                StartPatience,
                () =>
                    Task.FromResult(
                        process.HasExited
                            ? throw new InvalidOperationException($"It did not start: {process.Explanation}")
                            : process.Words.FirstOrDefault(word => word.StartsWith(Announcement, StringComparison.Ordinal))
                    ),
                () => process.Explanation
            );
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
        await Eventually.See(
            "Filing.Api is ready.",
            StartPatience,
            async () =>
            {
                using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
                return answer.StatusCode == HttpStatusCode.OK;
            },
            () => _process.Explanation
        );
    }
}

/// <summary>The built worker. It serves only health and metrics; everything else is seen by its effects.</summary>
internal static class WorkerProcess
{
    private const string Announcement = "Now listening on: ";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);

    /// <param name="folder">Its data folder, which outlives it.</param>
    /// <param name="amqp">The broker's nodes, separated by commas.</param>
    /// <param name="also">Additional or different environment variables: here a run is announced after a second, not a minute.</param>
    public static ChildProcess Start(string folder, string amqp, IReadOnlyDictionary<string, string>? also = null)
    {
        var environment = new Dictionary<string, string> { ["Runs__Grace"] = "00:00:01" };
        foreach (var (name, value) in also ?? environment)
        {
            environment[name] = value;
        }

        environment["Storage__Folder"] = folder;
        environment["Transport__Amqp"] = amqp;
        environment["Listen"] = "http://127.0.0.1:0";
        return ChildProcess.Start(Path.Combine(AppContext.BaseDirectory, "Dispatch.Worker"), [], folder, environment);
    }

    /// <summary>Returns its metrics' address when store and broker answer and its queues exist.</summary>
    public static async Task<Uri> Listens(ChildProcess worker)
    {
        var line = await See(worker, "the worker says where it answers.", Announcement);
        var address = new Uri(line[(line.IndexOf(Announcement, StringComparison.Ordinal) + Announcement.Length)..].Trim());
        using var http = Client.Http(address);
        await Eventually.See(
            "the worker is ready.",
            StartPatience,
            async () =>
            {
                using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            },
            () => worker.Explanation
        );
        return address;
    }

    private static Task<string> See(ChildProcess worker, string what, string words) =>
        Eventually.See(
            what,
            StartPatience,
            () =>
                Task.FromResult(
                    worker.HasExited
                        ? throw new InvalidOperationException($"It did not start: {worker.Explanation}")
                        : worker.Words.FirstOrDefault(word => word.Contains(words, StringComparison.Ordinal))
                ),
            () => worker.Explanation
        );
}

/// <summary>A folder that is deleted after the test.</summary>
internal sealed class TempFolder(string name) : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory($"e2e-{name}-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
