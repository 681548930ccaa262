using DispatchWorker.Data;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.Dac.Model;
using Index = Microsoft.SqlServer.Dac.Model.Index;

namespace Deploy.Tests.Sql;

/// <summary>No SQL Server can be had where this is built: its own parser and its own model of a database stand in for it.</summary>
public sealed class TsqlGateTests
{
    private const int LongestKeyBytes = 900;
    private const int LongestIndexBytes = 1700;

    private static readonly Dictionary<string, (Func<DbContext> Open, string Schema)> Stores = new()
    {
        ["filing"] = (() => new FilingDbOnSqlServer(FilingStore.FilingOptions("Server=none")), "filing"),
        ["questions"] = (() => new QuestionDbOnSqlServer(FilingStore.QuestionOptions("Server=none")), "filing"),
        ["dispatch"] = (() => new DispatchDbOnSqlServer(DispatchStore.Options("Server=none")), "dispatch"),
    };

    public static TheoryData<string> Names => [.. Stores.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_migrations_make_every_table_key_and_index_of_the_model_and_nothing_else(string name)
    {
        var (db, migrated, _) = Open(name);
        using (db)
        using (migrated)
        {
            Assert.Equal([], migrated.Faults);
            var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.ToList();
            Assert.Equal(
                tables.Select(table => table.Name).Order(StringComparer.Ordinal),
                migrated.Tables.Select(table => table.Name.Parts[^1]).Order(StringComparer.Ordinal)
            );
            Assert.Equal(
                tables.Sum(table => table.Columns.Count()),
                migrated.Tables.Sum(table => table.GetReferenced(Table.Columns).Count())
            );
            Assert.Equal(tables.Count(table => table.PrimaryKey is not null), migrated.Count(PrimaryKeyConstraint.TypeClass));
            Assert.Equal(tables.Sum(table => table.ForeignKeyConstraints.Count()), migrated.Count(ForeignKeyConstraint.TypeClass));
            Assert.Equal(tables.Sum(table => table.Indexes.Count()), migrated.Count(Index.TypeClass));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_migrations_and_the_model_make_the_same_database(string name)
    {
        var (db, migrated, modelled) = Open(name);
        using (db)
        using (migrated)
        using (modelled)
        {
            Assert.Equal(modelled.Described, migrated.Described);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_key_and_index_is_one_that_SQL_Server_can_hold_and_every_text_fits_its_column(string name)
    {
        var (db, migrated, _) = Open(name);
        using (db)
        using (migrated)
        {
            foreach (var table in migrated.Tables)
            {
                foreach (var column in table.GetReferenced(Table.Columns))
                {
                    Assert.True(
                        column.GetProperty<bool>(Column.IsMax) || column.GetProperty<int>(Column.Length) <= 4000,
                        $"{column.Name} is longer than 4000."
                    );
                }

                foreach (
                    var key in table
                        .GetReferencing(DacQueryScopes.UserDefined)
                        .Where(part => part.ObjectType == PrimaryKeyConstraint.TypeClass)
                )
                {
                    Fits(key, key.GetReferenced(PrimaryKeyConstraint.Columns), LongestKeyBytes);
                }

                foreach (var index in table.GetReferencing(DacQueryScopes.UserDefined).Where(part => part.ObjectType == Index.TypeClass))
                {
                    Fits(index, index.GetReferenced(Index.Columns), LongestIndexBytes);
                }
            }
        }
    }

    [Fact]
    public void The_scripts_of_deploy_sql_can_be_read_and_grant_each_login_its_own_schema_only()
    {
        var text = string.Concat(
            Directory
                .GetFiles(Path.Combine(Repository.Root, "deploy", "sql"), "*.sql")
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)
        );

        var statements = Tsql.Statements(text);

        var grants = statements
            .OfType<Microsoft.SqlServer.TransactSql.ScriptDom.GrantStatement>()
            .Select(grant =>
                (
                    grant.SecurityTargetObject.ObjectName.MultiPartIdentifier.Identifiers[^1].Value,
                    grant.Principals.Single().Identifier.Value
                )
            );
        Assert.Equal([("dispatch", "dispatch_service"), ("filing", "filing_service")], grants.Order());
        Assert.Equal(2, statements.OfType<Microsoft.SqlServer.TransactSql.ScriptDom.CreateLoginStatement>().Count());
    }

    private static (DbContext Db, SqlModel Migrated, SqlModel Modelled) Open(string name)
    {
        var (open, schema) = Stores[name];
        var db = open();
        return (db, SqlModel.OfMigrations(db, schema), SqlModel.OfModel(db, schema));
    }

    private static void Fits(TSqlObject key, IEnumerable<TSqlObject> columns, int most)
    {
        var bytes = 0;
        foreach (var column in columns)
        {
            Assert.False(column.GetProperty<bool>(Column.IsMax), $"{key.Name} holds {column.Name}, which has no end.");
            var type = column.GetReferenced(Column.DataType).First().Name.Parts[^1];
            bytes += type switch
            {
                "nvarchar" or "nchar" => 2 * column.GetProperty<int>(Column.Length),
                "varbinary" or "varchar" => column.GetProperty<int>(Column.Length),
                "uniqueidentifier" => 16,
                _ => 8,
            };
        }

        Assert.True(bytes <= most, $"{key.Name} may be {bytes} bytes long; {most} is the most.");
    }
}
