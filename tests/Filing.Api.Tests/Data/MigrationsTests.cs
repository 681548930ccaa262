using Contracts.Delivery;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Data;

/// <summary>The migrations of either provider give what the model says; <c>deploy/migrations.sh</c> writes them.</summary>
public sealed class MigrationsTests : IDisposable
{
    private const string Server = "Server=nobody.invalid";
    private readonly string _folder = Directory.CreateTempSubdirectory("migrations-").FullName;

    [Fact]
    public void No_store_parts_from_its_migrations_on_either_provider()
    {
        DbContext[] stores =
        [
            new FilingDb(FilingStore.FilingOptions(File("a"))),
            new FilingDbOnSqlServer(FilingStore.FilingOptions(Server)),
            new QuestionDb(FilingStore.QuestionOptions(File("b"))),
            new QuestionDbOnSqlServer(FilingStore.QuestionOptions(Server)),
        ];

        Assert.All(
            stores,
            store => Assert.False(store.Database.HasPendingModelChanges(), $"{store.GetType().Name} has changed: run deploy/migrations.sh.")
        );
        Assert.All(stores, store => Assert.NotEmpty(store.Database.GetMigrations()));
        Array.ForEach(stores, store => store.Dispose());
    }

    [Fact]
    public async Task A_file_made_by_migrations_is_the_file_that_the_model_makes()
    {
        await using var migrated = new FilingDb(FilingStore.FilingOptions(File("migrated")));
        await using var made = new FilingDb(FilingStore.FilingOptions(File("made")));
        await Schema.Apply(migrated, default);
        await made.Database.EnsureCreatedAsync();

        Assert.Equal(Shape(made), Shape(migrated));
        Assert.Contains(Shape(migrated), line => line.Contains("sighting_records", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Processes_that_start_at_once_bring_a_new_file_up_to_date_once()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        await using var db = new FilingDb(FilingStore.FilingOptions(File("shared")));
                        await Schema.Apply(db, default);
                    })
                )
        );

        await using var after = new FilingDb(FilingStore.FilingOptions(File("shared")));
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
        Assert.Equal(await after.Database.GetAppliedMigrationsAsync(), after.Database.GetMigrations());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private string File(string name) => Path.Combine(_folder, $"{name}.db");

    /// <summary>Tables with their columns, and indexes, whatever the order they were made in.</summary>
    private static List<string> Shape(DbContext db) =>
        [
            .. db
                .Database.SqlQueryRaw<string>(
                    $"SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT IN ('{Schema.HistoryTable}', "
                        + $"'sqlite_sequence')"
                )
                .AsEnumerable()
                .Order(StringComparer.Ordinal),
        ];
}
