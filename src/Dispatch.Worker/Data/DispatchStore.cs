using Contracts.Delivery;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Data;

/// <summary>The worker's store: a SQLite file of its own, or the schema <c>dispatch</c> of a SQL Server.</summary>
public static class DispatchStore
{
    public static void Use(DbContextOptionsBuilder options, string store, bool durable = true) =>
        options.UseStore(store, durable, (DispatchDb.Schema, Schema.HistoryTable));

    public static DbContextOptions<DispatchDb> Options(string store)
    {
        var options = new DbContextOptionsBuilder<DispatchDb>();
        Use(options, store);
        return options.Options;
    }

    /// <summary>At start: migrates a file, and requires a migrated server.</summary>
    public static async Task Open(DispatchDb db, string store, CancellationToken cancel)
    {
        if (!Store.IsServer(store))
        {
            await Schema.Apply(db, cancel);
            return;
        }

        await using var server = new DispatchDbOnSqlServer(Options(store));
        await Schema.Demand(server, "Dispatch.Worker migrate", cancel);
    }

    /// <summary>The deploy step: migrates a server.</summary>
    public static async Task Migrate(string store, CancellationToken cancel)
    {
        await using var db = ForMigrations(store);
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>The context type with the migrations for the store.</summary>
    public static DispatchDb ForMigrations(string store) =>
        Store.IsServer(store) ? new DispatchDbOnSqlServer(Options(store)) : new DispatchDb(Options(store));
}
