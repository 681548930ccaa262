using EndToEnd.Tests.Brokers;

namespace EndToEnd.Tests.Running;

/// <summary>Both programs over a broker of their own, whose parts can be ended and started again.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly TempFolder _filingFolder = new("filing");
    private readonly TempFolder _dispatchFolder = new("dispatch");

    private Installation(LocalNode broker, Action<string> say) => (Broker, Say) = (broker, say);

    public LocalNode Broker { get; }
    public Action<string> Say { get; }
    public FilingProcess Filing { get; private set; } = null!;
    public ChildProcess Worker { get; private set; } = null!;
    public Client Client { get; private set; } = null!;
    public string FilingFolder => _filingFolder.Path;
    public string DispatchFolder => _dispatchFolder.Path;

    public static async Task<Installation> Start(Action<string> say)
    {
        var all = new Installation(await LocalNode.Start() ?? throw new InvalidOperationException("There is no RabbitMQ to break: apt-get install rabbitmq-server."), say);
        try
        {
            await all.StartFiling();
            await all.StartWorker();
            return all;
        }
        catch
        {
            await all.DisposeAsync();
            throw;
        }
    }

    public async Task StartFiling()
    {
        Filing = await FilingProcess.Start(FilingFolder, Broker.Address);
        if (Client is null) { Client = new Client(Filing.Address); }
        else { Client.MoveTo(Filing.Address); }
    }

    public async Task StartWorker()
    {
        Worker = WorkerProcess.Start(DispatchFolder, Broker.Address);
        await WorkerProcess.Listens(Worker);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (Filing is not null) { await Filing.DisposeAsync(); }

        if (Worker is not null) { await Worker.DisposeAsync(); }

        await Broker.DisposeAsync();
        _filingFolder.Dispose();
        _dispatchFolder.Dispose();
    }
}
