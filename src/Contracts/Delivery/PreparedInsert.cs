using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Contracts.Delivery;

public static class PreparedInserts
{
    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<Type, object>> Known = [];

    /// <summary>Inserts many rows without the change tracker, in the context's transaction.</summary>
    public static Task InsertAll<T>(this DbContext db, IEnumerable<T> rows, CancellationToken cancel)
        where T : class
    {
        var insert =
            (PreparedInsert<T>)Known.GetOrCreateValue(db.Model).GetOrAdd(typeof(T), static (_, made) => new PreparedInsert<T>(made), db);
        return insert.Insert(db.Database.GetDbConnection(), db.TransactionNow(), rows, null, cancel);
    }
}

/// <summary>
/// Inserts many rows of one entity with one prepared command built from the context's model: the same table, columns and conversions
/// for every provider. For thousands of rows that need no tracking: tracking a row costs ten times its insertion.
/// </summary>
public sealed class PreparedInsert<T>
    where T : class
{
    private readonly Cell[] _cells;
    private readonly string _text;

    /// <param name="db">Any context of the model.</param>
    /// <param name="others">
    /// Columns that are no member of the entity (shadow properties), in the order in which their values are given.
    /// </param>
    public PreparedInsert(DbContext db, params string[] others)
    {
        var entity =
            db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not of {db.GetType().Name}.");
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var sql = db.GetService<ISqlGenerationHelper>();
        Cell[] cells =
        [
            .. entity
                .GetProperties()
                .Where(property =>
                    property.ValueGenerated != ValueGenerated.OnAdd && (!property.IsShadowProperty() || others.Contains(property.Name))
                )
                .Select(property => new Cell(property, others)),
        ];

        // The entity's own columns first.
        _cells =
        [
            .. cells.Where(cell => cell.Other < 0).OrderBy(cell => cell.Property.Name, StringComparer.Ordinal),
            .. cells.Where(cell => cell.Other >= 0).OrderBy(cell => cell.Other),
        ];
        Columns = [.. _cells.Where(cell => cell.Other < 0).Select(cell => cell.Property.Name)];
        var columns = _cells.Select(cell => sql.DelimitIdentifier(cell.Property.GetColumnName(table)!));
        var values = _cells.Select((_, i) => $"@p{i}");
        _text =
            $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns)}) "
            + $"VALUES ({string.Join(", ", values)})";
    }

    /// <summary>Names of the columns of the entity's own members, in ordinal order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>
    /// Runs in the caller's transaction, on its connection. <paramref name="others"/> gets the row and its own values in stored form, in
    /// the order of <see cref="Columns"/>.
    /// </summary>
    public async Task Insert(
        DbConnection connection,
        DbTransaction transaction,
        IEnumerable<T> rows,
        Func<T, object?[], object?[]>? others,
        CancellationToken cancel
    )
    {
        var command = PreparedCommands.Of(connection, transaction, _text, _cells.Length);
        var values = new object?[Columns.Count];
        foreach (var row in rows)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = _cells[i].Of(row);
            }

            var rest = others?.Invoke(row, values) ?? [];
            for (var i = 0; i < _cells.Length; i++)
            {
                command.Parameters[i].Value =
                    (i < values.Length ? values[i] : _cells[i].Converted(rest[i - values.Length])) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private sealed class Cell(IProperty property, string[] others)
    {
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        private readonly IClrPropertyGetter? _getter = property.IsShadowProperty() ? null : property.GetGetter();

        public IProperty Property => property;

        public int Other { get; } = Array.IndexOf(others, property.Name);

        public object? Of(T row) => Converted(_getter!.GetClrValue(row));

        public object? Converted(object? value) => value is null || _convert is null ? value : _convert(value);
    }
}
