using EndToEnd.Tests.Brokers;
using Microsoft.Data.SqlClient;
using Testcontainers.MsSql;

namespace EndToEnd.Tests.Storage;

/// <summary>
/// A real SQL Server: the one <c>TEST_SQLSERVER</c> names (a connection string; if it names a database, that must be empty and is used,
/// otherwise one is created and dropped), or one in a container if a Docker engine has its image. With neither, tests that need one are
/// skipped and say so.
/// </summary>
public sealed class ServerStore : IAsyncLifetime
{
    public const string None =
        "There is no SQL Server to test with: set TEST_SQLSERVER to a connection string, or provide a Docker engine that holds "
        + "mcr.microsoft.com/mssql/server.";
    private MsSqlContainer? _container;
    private string? _made;
    private string? _server;

    /// <summary>A database with both schemas; null: no server.</summary>
    public string? ConnectionString { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _server = Environment.GetEnvironmentVariable("TEST_SQLSERVER") is { Length: > 0 } given ? given : await FromContainer();
        if (_server is null)
        {
            return;
        }

        var named = new SqlConnectionStringBuilder(_server);
        if (named.InitialCatalog is "" or "master")
        {
            _made = $"vacuum_test_{Guid.NewGuid():N}";

            // As deploy/sql makes it.
            await Run(_server, $"CREATE DATABASE [{_made}] COLLATE Latin1_General_100_BIN2");
            await Run(_server, $"ALTER DATABASE [{_made}] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE");
            named.InitialCatalog = _made;
        }

        ConnectionString = named.ConnectionString;
        await FilingApi.Data.FilingStore.Migrate(ConnectionString, default);
        await DispatchWorker.Data.DispatchStore.Migrate(ConnectionString, default);
    }

    public async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        if (_made is not null)
        {
            await Run(_server!, $"DROP DATABASE [{_made}]");
        }

        if (_container is not null)
        {
            await _container.DisposeAsync();
        }
    }

    private async Task<string?> FromContainer()
    {
        if (await LocalImages.Find("mcr.microsoft.com/mssql/server") is not { } image)
        {
            return null;
        }

        _container = new MsSqlBuilder(image).WithImagePullPolicy(DotNet.Testcontainers.Images.PullPolicy.Never).Build();
        await _container.StartAsync();
        return _container.GetConnectionString();
    }

    private static async Task Run(string server, string statement)
    {
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the name is our own
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class ServerGroup : ICollectionFixture<ServerStore>
{
    public const string Name = "over a SQL Server";
}
