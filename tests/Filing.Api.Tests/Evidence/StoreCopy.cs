using FilingApi.Evidence;
using FilingApi.Production;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Evidence;

/// <summary>A copy of the stores that a test may tamper with.</summary>
internal sealed class StoreCopy : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("broken-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public void Take(DbContext db, string file)
    {
        using var to = Open(file);
        db.Database.OpenConnection();
        ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(to);
    }

    public void Run(string file, string sql)
    {
        using var store = Open(file);
        using var command = store.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    public long Number(string file, string sql)
    {
        using var store = Open(file);
        using var command = store.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The first link of the last closed day: later links of that day and a later day follow it.</summary>
    public (string Day, long Position) FirstOf(string file, string table)
    {
        using var store = Open(file);
        using var command = store.CreateCommand();
        command.CommandText =
            $"SELECT ChainDay FROM {table} WHERE ChainDay < (SELECT max(ChainDay) FROM {table}) ORDER BY ChainDay DESC LIMIT 1";
        return ((string)command.ExecuteScalar()!, 1);
    }

    public BrokenLink Broken(string book) => StoreProof.Of(Folder).Single(proof => proof.Book == book).Broken!;

    public (int Code, IReadOnlyList<string> Said) Verify(IEnumerable<string>? heads = null)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = VerifyCommand.Run(
            [.. (heads ?? []).SelectMany(head => new[] { "--head", head })],
            Folder,
            output,
            errors,
            terminal: false
        );
        return (code, [.. output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)]);
    }

    private SqliteConnection Open(string file)
    {
        var store = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, file), Pooling = false }.ToString()
        );
        store.Open();
        return store;
    }
}
