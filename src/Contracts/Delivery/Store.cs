using System.Data.Common;
using System.Text.Json;
using Contracts.Register;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Contracts.Delivery;

/// <summary>How both services keep their data.</summary>
public static class Store
{
    /// <summary>A list is sent as one parameter of any length: one query text for the server, and a query that can be compiled.</summary>
    private const ParameterTranslationMode ListsAre = ParameterTranslationMode.Parameter;

    /// <summary>A SQLite file with a write-ahead log, durable commits and a busy time-out; or a schema of a SQL Server.</summary>
    /// <param name="options">The context's options.</param>
    /// <param name="store">Path of the file, or a SQL Server's connection string.</param>
    /// <param name="durable">False only for a replay's throw-away folder.</param>
    /// <param name="migrations">On SQL Server: the schema and table of the migration history.</param>
    public static DbContextOptionsBuilder UseStore(
        this DbContextOptionsBuilder options,
        string store,
        bool durable,
        (string Schema, string Table)? migrations = null
    ) =>
        IsServer(store)
            ? options.UseSqlServer(
                store,
                server =>
                    server
                        .MigrationsHistoryTable(migrations?.Table ?? Schema.HistoryTable, migrations?.Schema)
                        .UseParameterizedCollectionMode(ListsAre)
            )
            : options
                .UseSqlite(
                    new SqliteConnectionStringBuilder
                    {
                        DataSource = store,
                        ForeignKeys = true,
                        DefaultTimeout = 30,
                    }.ToString(),
                    file => file.MigrationsHistoryTable(Schema.HistoryTable).UseParameterizedCollectionMode(ListsAre)
                )
                .AddInterceptors(durable ? Pragmas.Durable : Pragmas.ThrowAway, KeptStatements.Instance);

    /// <summary>A connection string contains a server's name; a path does not.</summary>
    public static bool IsServer(string store) =>
        store.Split(';').Any(part => part.Split('=', 2)[0].Trim().ToUpperInvariant() is "SERVER" or "DATA SOURCE");

    /// <summary>Instants as whole milliseconds (SQLite cannot order DateTimeOffset), enums by their wire names.</summary>
    public static void AddStoreConventions(this ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configuration.Properties<PlateColour>().HaveConversion<WireConverter<PlateColour>>().HaveMaxLength(20);
        configuration.Properties<Activity>().HaveConversion<WireConverter<Activity>>().HaveMaxLength(20);
        configuration.Properties<VerdictCode>().HaveConversion<WireConverter<VerdictCode>>().HaveMaxLength(20);
        configuration.Properties<FactKind>().HaveConversion<WireConverter<FactKind>>().HaveMaxLength(20);
    }

    private sealed class Pragmas(string synchronous) : DbConnectionInterceptor
    {
        public static readonly Pragmas Durable = new("FULL");
        public static readonly Pragmas ThrowAway = new("OFF");
        private readonly string _text = $"PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous};";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Run(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Run(connection);
            return Task.CompletedTask;
        }

        private void Run(DbConnection connection)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is a constant of two forms
            command.CommandText = _text;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}

/// <summary>Whole milliseconds since 1970, UTC; read back with China's offset.</summary>
public sealed class InstantConverter()
    : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => ChinaTime.FromUnixMilliseconds(milliseconds)
    );

public sealed class WireConverter<T>() : ValueConverter<T, string>(value => WireName<T>.Of(value), name => WireName<T>.Parse(name))
    where T : struct, Enum;

/// <summary>A value kept whole in one column.</summary>
public sealed class JsonColumn<T>()
    : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, Wire.Json),
        text => JsonSerializer.Deserialize<T>(text, Wire.Json)!
    )
    where T : class;
