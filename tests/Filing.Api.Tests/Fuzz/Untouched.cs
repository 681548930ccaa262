using Microsoft.Data.Sqlite;

namespace FilingApi.Tests.Fuzz;

/// <summary>
/// Counts every inserted, updated and deleted row with triggers in the store: they are part of its transactions, so rolled-back changes
/// are not counted. A refusal may leave its stored answer, its line in the log of refusals and the stamp of its moment, and nothing
/// else.
/// </summary>
internal sealed class Untouched : IDisposable
{
    private static readonly string[] MayChange = ["answers", "refusal_log", "stamps"];
    private readonly SqliteConnection _store;
    private readonly SqliteCommand _count;

    public Untouched(string file)
    {
        _store = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString());
        _store.Open();
        foreach (var table in Tables())
        {
            Watch(table);
        }

        _count = _store.CreateCommand();
        _count.CommandText = "SELECT group_concat(name || ' ' || n) FROM fuzz_changes WHERE n > 0";
    }

    /// <summary>The number of changed rows, by table.</summary>
    public string Changes => _count.ExecuteScalar() as string ?? "";

    public void Dispose()
    {
        _count.Dispose();
        _store.Dispose();
    }

    private List<string> Tables()
    {
        using var ask = _store.CreateCommand();
        ask.CommandText =
            "CREATE TABLE fuzz_changes (name TEXT PRIMARY KEY, n INTEGER NOT NULL); SELECT name FROM sqlite_master WHERE type = "
            + "'table' AND name NOT LIKE 'sqlite%' AND name <> 'fuzz_changes'";
        using var rows = ask.ExecuteReader();
        List<string> tables = [];
        while (rows.Read())
        {
            tables.Add(rows.GetString(0));
        }

        return [.. tables.Except(MayChange)];
    }

    private void Watch(string table)
    {
        using var make = _store.CreateCommand();
#pragma warning disable CA2100 // names of the store's own tables
        make.CommandText =
            $"INSERT INTO fuzz_changes VALUES ('{table}', 0);"
            + string.Concat(
                new[] { "INSERT", "UPDATE", "DELETE" }.Select(act =>
                    $"CREATE TRIGGER fuzz_{table}_{act} AFTER {act} ON \"{table}\" BEGIN UPDATE fuzz_changes SET n = n + 1 WHERE "
                    + $"name = '{table}'; END;"
                )
            );
#pragma warning restore CA2100
        make.ExecuteNonQuery();
    }
}
