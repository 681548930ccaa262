using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Contracts.Delivery;

/// <summary>
/// Migrates a store to the schema this program needs. A file is migrated at start; a server in a separate step, with an account that
/// may change the schema.
/// </summary>
public static class Schema
{
    public const string HistoryTable = "migrations";

    /// <summary>
    /// What SQL Server needs and SQLite does not: a schema, a <c>rowversion</c> where two processes may change one row, and inserts in a
    /// defined order.
    /// </summary>
    /// <param name="model">The context's model.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="versioned">Rows that carry a <c>rowversion</c>.</param>
    public static void OnSqlServer(this ModelBuilder model, string schema, params Type[] versioned)
    {
        model.HasDefaultSchema(schema);
        foreach (var row in versioned)
        {
            model.Entity(row).Property<byte[]>("RowVersion").IsRowVersion();
        }

        // A MERGE assigns identity keys in any order, but chained rows need keys that rise along the chain.
        foreach (
            var row in model
                .Model.GetEntityTypes()
                .Where(row =>
                    row.GetProperties()
                        .Any(property => property.ValueGenerated != Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never)
                )
        )
        {
            row.UseSqlOutputClause(false);
        }
    }

    /// <summary>A file: missing migrations are applied in one transaction, by whichever process comes first.</summary>
    public static async Task Apply(DbContext db, CancellationToken cancel)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0)
        {
            var last = (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault();
            await db.Database.ExecuteSqlRawAsync(
                db.GetService<IMigrator>()
                    .GenerateScript(last, null, MigrationsSqlGenerationOptions.NoTransactions)
                    .Replace("{", "{{", StringComparison.Ordinal)
                    .Replace("}", "}}", StringComparison.Ordinal),
                cancel
            );
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Stops the start when a server lacks migrations.</summary>
    /// <exception cref="InvalidOperationException">The server lacks migrations; the message says what to do.</exception>
    public static async Task Demand(DbContext db, string command, CancellationToken cancel)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0)
        {
            throw new InvalidOperationException(
                $"The store on the SQL Server lacks {pending.Count} migrations ({string.Join(", ", pending)}): "
                    + $"run '{command}' once with an account that may change the schema, then start again."
            );
        }
    }
}
