using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Contracts.Delivery;

/// <summary>
/// Statements that run with every message, without EF's pipeline: prepared once per connection, run in the context's transaction.
/// </summary>
public static class PreparedCommands
{
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Known = [];

    /// <summary>Returns the number of rows changed.</summary>
    /// <param name="db">The context; it must be inside a transaction.</param>
    /// <param name="text">Built from names of the model only; its parameters are <c>@p0</c>, <c>@p1</c>…</param>
    /// <param name="values">In stored form: no conversion of the model is applied.</param>
    /// <param name="cancel">Cancels it.</param>
    public static Task<int> RunPrepared(this DbContext db, string text, object?[] values, CancellationToken cancel) =>
        Of(db, text, values).ExecuteNonQueryAsync(cancel);

    /// <summary>Returns the first value of the first row; null if there is none.</summary>
    public static Task<object?> AskPrepared(this DbContext db, string text, object?[] values, CancellationToken cancel) =>
        Of(db, text, values).ExecuteScalarAsync(cancel);

    /// <summary>The table's name as a statement writes it, with its schema if it has one.</summary>
    public static string TableOf<T>(this DbContext db)
        where T : class =>
        db.Model.FindEntityType(typeof(T))?.GetSchemaQualifiedTableName()
        ?? throw new InvalidOperationException($"{typeof(T).Name} has no table in {db.GetType().Name}.");

    internal static DbTransaction TransactionNow(this DbContext db) =>
        (
            db.Database.CurrentTransaction ?? throw new InvalidOperationException("A prepared statement needs an open transaction.")
        ).GetDbTransaction();

    private static DbCommand Of(DbContext db, string text, object?[] values)
    {
        var command = Of(db.Database.GetDbConnection(), db.TransactionNow(), text, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    /// <summary>One caller at a time uses a connection, and so its commands.</summary>
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
