using Contracts.Delivery;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Data;

/// <summary>The two stores of this service: SQLite files, or the schema <c>filing</c> of a SQL Server.</summary>
public static class FilingStore
{
    private const string QuestionHistory = "question_migrations";

    public static void UseFiling(DbContextOptionsBuilder options, string store, bool durable = true) =>
        options.UseStore(store, durable, (FilingDb.Schema, Schema.HistoryTable));

    public static void UseQuestions(DbContextOptionsBuilder options, string store, bool durable = true) =>
        options.UseStore(store, durable, (FilingDb.Schema, QuestionHistory));

    /// <summary>At start: migrates files, and requires a migrated server.</summary>
    public static async Task Open(FilingDb db, QuestionDb questions, string? server, CancellationToken cancel)
    {
        if (server is null)
        {
            await Schema.Apply(db, cancel);
            await Schema.Apply(questions, cancel);
            return;
        }

        await using var filing = new FilingDbOnSqlServer(FilingOptions(server));
        await using var log = new QuestionDbOnSqlServer(QuestionOptions(server));
        await Schema.Demand(filing, "Filing.Api migrate", cancel);
        await Schema.Demand(log, "Filing.Api migrate", cancel);
    }

    /// <summary>The deploy step: migrates a server.</summary>
    public static async Task Migrate(string server, CancellationToken cancel)
    {
        await using var filing = new FilingDbOnSqlServer(FilingOptions(server));
        await using var questions = new QuestionDbOnSqlServer(QuestionOptions(server));
        await filing.Database.MigrateAsync(cancel);
        await questions.Database.MigrateAsync(cancel);
    }

    public static DbContextOptions<FilingDb> FilingOptions(string store)
    {
        var options = new DbContextOptionsBuilder<FilingDb>();
        UseFiling(options, store);
        return options.Options;
    }

    public static DbContextOptions<QuestionDb> QuestionOptions(string store)
    {
        var options = new DbContextOptionsBuilder<QuestionDb>();
        UseQuestions(options, store);
        return options.Options;
    }
}
