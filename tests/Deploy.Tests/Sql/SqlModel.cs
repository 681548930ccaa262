using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Deploy.Tests.Sql;

/// <summary>The schema that a script creates, as SQL Server's own tools read it.</summary>
internal sealed class SqlModel : IDisposable
{
    private static readonly DacQueryScopes Own = DacQueryScopes.UserDefined;
    private readonly TSqlModel _model = new(SqlServerVersion.Sql160, new TSqlModelOptions());

    private SqlModel(string script, string schema)
    {
        // The script creates the schema twice, for the migration history and for the rest, each time only if it does not exist.
        foreach (
            var text in Tsql.Statements(script)
                .Where(statement => Makes(statement, schema))
                .Select(Tsql.Text)
                .Distinct(StringComparer.Ordinal)
        )
        {
            _model.AddObjects(text);
        }
    }

    public static SqlModel OfMigrations(DbContext db, string schema) => new(db.GetService<IMigrator>().GenerateScript(), schema);

    public static SqlModel OfModel(DbContext db, string schema) => new(db.Database.GenerateCreateScript(), schema);

    public IReadOnlyList<string> Faults =>
        [
            .. _model
                .Validate()
                .Where(message => message.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error)
                .Select(message => message.ToString()),
        ];

    public IReadOnlyList<TSqlObject> Tables =>
        [.. _model.GetObjects(Own, Table.TypeClass).Where(table => !table.Name.Parts[^1].EndsWith("migrations", StringComparison.Ordinal))];

    public int Count(ModelTypeClass type) =>
        Tables
            .SelectMany(table => table.GetReferencing(Own))
            .Where(part => part.ObjectType == type)
            .Select(part => part.Name.ToString())
            .Distinct(StringComparer.Ordinal)
            .Count();

    /// <summary>Tables, columns, keys and indexes, each in words.</summary>
    public IReadOnlyList<string> Described =>
        [
            .. Tables
                .SelectMany(table =>
                    table
                        .GetReferencing(Own)
                        .Where(part => part.ObjectType != DmlTrigger.TypeClass)
                        .Select(part => $"{table.Name}: {Words(part)}")
                        .Prepend(
                            $"{table.Name}: "
                                + $"{string.Join(", ", table.GetReferenced(Table.Columns).Select(Words).Order(StringComparer.Ordinal))}"
                        )
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Statements that cannot be parsed, or that name a missing table or column: each with its error.</summary>
    public IReadOnlyList<string> Misunderstood(string schema, IReadOnlyList<Statement> statements)
    {
        var wrong = new List<string>();
        foreach (var statement in statements)
        {
            // A procedure's body is bound to the tables; a single statement is not.
            var parameters = string.Join(
                ", ",
                statement.Parameters.Select(parameter => $"{(parameter.Name.StartsWith('@') ? "" : "@")}{parameter.Name} {parameter.Type}")
            );
            var text = $"CREATE PROCEDURE [{schema}].[asked] {parameters} AS BEGIN\n{statement.Text}\nEND";
            _ = Tsql.Read(text);
            _model.AddOrUpdateObjects(text, "asked.sql", new TSqlObjectOptions());

            // System objects are not in this model.
            wrong.AddRange(
                _model
                    .Validate()
                    .Select(message => message.ToString())
                    .Where(message => !message.Contains("sp_getapplock", StringComparison.Ordinal))
                    .Select(message => $"{message}\n{statement.Text}")
            );
        }

        return wrong;
    }

    public void Dispose() => _model.Dispose();

    private static string Words(TSqlObject part)
    {
        if (part.ObjectType != Column.TypeClass)
        {
            return part.TryGetScript(out var script)
                ? string.Join(' ', script.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                : part.Name.ToString();
        }

        return $"{part.Name.Parts[^1]} {part.GetReferenced(Column.DataType).First().Name} {part.GetProperty<int>(Column.Length)} "
            + $"{part.GetProperty<bool>(Column.IsMax)} {part.GetProperty<int>(Column.Precision)} {part.GetProperty<int>(Column.Scale)} "
            + $"{part.GetProperty<bool>(Column.Nullable)}";
    }

    /// <summary>What a migration may contain; a person must review anything else before it is allowed here.</summary>
    private static bool Makes(TSqlStatement statement, string schema) =>
        statement switch
        {
            CreateTableStatement or CreateIndexStatement or AlterTableAddTableElementStatement => true,
            CreateSchemaStatement made => made.Name.Value == schema,
            BeginTransactionStatement or CommitTransactionStatement => false,
            InsertStatement { InsertSpecification.Target: NamedTableReference { SchemaObject.BaseIdentifier.Value: var table } }
                when table.EndsWith("migrations", StringComparison.Ordinal) => false,
            _ => throw new InvalidOperationException($"Nobody has decided what to make of: {Tsql.Text(statement)}"),
        };
}
