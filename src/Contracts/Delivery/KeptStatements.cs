using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Contracts.Delivery;

/// <summary>
/// SQLite parses a statement's text each time a command is created, and EF creates one for every call: a quarter of the processor time
/// of a filing from its submission to the check. On a connection that stays open, EF's statements are therefore run by a kept command
/// with the same text, parsed once.
/// </summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    /// <summary>How many statements a connection keeps; later ones are parsed at every call.</summary>
    private const int Most = 256;

    public static readonly KeptStatements Instance = new();
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, Kept>> Known = [];

    /// <summary>Makes this connection keep its statements. One caller at a time uses it.</summary>
    public static void On(DbConnection connection) => Known.GetOrCreateValue(connection);

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => !result.HasResult && Find(command) is { } kept ? InterceptionResult<DbDataReader>.SuppressWithResult(kept.Read(command)) : result;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => !result.HasResult && Find(command) is { } kept ? InterceptionResult<int>.SuppressWithResult(kept.Run(command)) : result;

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(NonQueryExecuting(command, eventData, result));

    private static Kept? Find(DbCommand command)
    {
        if (command.Connection is not { } connection || !Known.TryGetValue(connection, out var texts))
        {
            return null;
        }

        if (!texts.TryGetValue(command.CommandText, out var kept))
        {
            if (texts.Count >= Most)
            {
                return null;
            }

            texts[command.CommandText] = kept = new Kept(
                new SqliteCommand(command.CommandText, (SqliteConnection)connection) { CommandTimeout = command.CommandTimeout }
            );
        }

        return kept.IsFree ? kept : null;
    }

    private sealed class Kept(SqliteCommand command)
    {
        private DbDataReader? _reader;

        /// <summary>If the kept command's reader is still open, the text is parsed again.</summary>
        public bool IsFree => _reader is null or { IsClosed: true };

        public DbDataReader Read(DbCommand asked)
        {
            Take(asked);
            return _reader = command.ExecuteReader();
        }

        public int Run(DbCommand asked)
        {
            Take(asked);
            return command.ExecuteNonQuery();
        }

        private void Take(DbCommand asked)
        {
            command.Transaction = (SqliteTransaction?)asked.Transaction;
            command.Parameters.Clear();
            foreach (SqliteParameter parameter in asked.Parameters)
            {
                command.Parameters.Add(parameter);
            }
        }
    }
}
