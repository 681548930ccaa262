using System.Collections.Concurrent;
using Contracts.Delivery;
using DispatchWorker.Data;
using EndToEnd.Tests.Running;

namespace EndToEnd.Tests.Storage;

/// <summary>Opens processes over one store: a SQLite file, and a SQL Server where there is one.</summary>
public abstract class StoreTests(ServerStore server) : IAsyncLifetime
{
    private protected const string File = "a SQLite file";
    private protected const string Server = "a SQL Server";
    private readonly TempFolder _folder = new("storage");
    private readonly List<StoreProcess> _processes = [];

    public static TheoryData<string> Stores => [File, Server];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The first process of a test resets the store.</summary>
    private protected async Task<StoreProcess> Open(string store, ConcurrentQueue<string>? sent = null)
    {
        var process = new StoreProcess(ConnectionOf(store), sent ?? new());
        if (_processes.Count == 0)
        {
            await process.Reset();
        }

        _processes.Add(process);
        await process.Start<Writer<DispatchDb>>();
        return process;
    }

    private string ConnectionOf(string store)
    {
        if (store == File)
        {
            return Path.Combine(_folder.Path, "dispatch.db");
        }

        Assert.SkipWhen(server.ConnectionString is null, ServerStore.None);
        return server.ConnectionString!;
    }
}
