using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Contracts.Delivery;

/// <summary>
/// Statements that run with every message: past EF's pipeline, prepared once per connection, in the transaction that the context is
/// in.
/// </summary>
public static class PreparedCommands
{
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Known = [];

    /// <summary>Returns how many rows it changed.</summary>
    /// <param name="db">Where; it must be inside a transaction.</param>
    /// <param name="text">Made of the model's own names; its values are <c>@p0</c>, <c>@p1</c>…</param>
    /// <param name="values">As they are stored: no conversion of the model is applied.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<int> RunPrepared(this DbContext db, string text, object?[] values, CancellationToken cancel) =>
        Of(db, text, values).ExecuteNonQueryAsync(cancel);

    /// <summary>Returns the first value of the first row that the statement gives back; null where it gives none.</summary>
    public static Task<object?> AskPrepared(this DbContext db, string text, object?[] values, CancellationToken cancel) =>
        Of(db, text, values).ExecuteScalarAsync(cancel);

    /// <summary>As a statement names it, with its schema where it has one.</summary>
    public static string TableOf<T>(this DbContext db)
        where T : class =>
        db.Model.FindEntityType(typeof(T))?.GetSchemaQualifiedTableName()
        ?? throw new InvalidOperationException($"{typeof(T).Name} has no table in {db.GetType().Name}.");

    internal static DbTransaction TransactionNow(this DbContext db) =>
        (db.Database.CurrentTransaction ?? throw new InvalidOperationException("This is written inside a transaction.")).GetDbTransaction();

    private static DbCommand Of(DbContext db, string text, object?[] values)
    {
        var command = Of(db.Database.GetDbConnection(), db.TransactionNow(), text, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    /// <summary>A connection is used by one at a time, and so are its commands.</summary>
    internal static DbCommand Of(DbConnection connection, DbTransaction transaction, string text, int parameters)
    {
        var known = Known.GetOrCreateValue(connection);
        if (!known.TryGetValue(text, out var command))
        {
            known[text] = command = Made(connection, text, parameters);
        }

        command.Transaction = transaction;
        return command;
    }

    private static DbCommand Made(DbConnection connection, string text, int parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is made of the model's own names
        command.CommandText = text;
#pragma warning restore CA2100
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
