using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Contracts.Delivery;

/// <summary>
/// Brings a store to the shape this program needs. A file is changed by the start itself; a server by a step of its own, with an
/// account that may.
/// </summary>
public static class Schema
{
    public const string HistoryTable = "migrations";

    /// <summary>
    /// What SQL Server has and SQLite does not need: a schema, a <c>rowversion</c> where two processes may change one row, and inserts in
    /// their own order.
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

        // A MERGE would give rising keys in any order, and chained rows rise along their chain.
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

    /// <summary>A file: what it lacks is applied, all or nothing, by whichever process comes first.</summary>
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

    /// <summary>A server whose shape is another one stops the start.</summary>
    /// <exception cref="InvalidOperationException">Says what to do.</exception>
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
