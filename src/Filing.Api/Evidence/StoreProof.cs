using System.Data.Common;
using Contracts.Delivery;
using FilingApi.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace FilingApi.Evidence;

/// <summary>Proves every chain of a data folder or of a SQL Server. The service may go on meanwhile.</summary>
public static class StoreProof
{
    /// <summary>Files of their own; on a server both lie in one schema.</summary>
    private static readonly (string File, string HeadsOnServer, IReadOnlyList<Book> Books)[] Stores =
    [
        ("filing.db", ChainColumns.Heads, Book.OfFiling),
        ("questions.db", QuestionDb.Heads, Book.OfQuestions),
    ];

    /// <summary>The first of the files that is not in the folder; null: none is missing, or it is a server.</summary>
    public static string? MissingIn(string store) =>
        Store.IsServer(store) ? null : Stores.Select(each => each.File).FirstOrDefault(file => !File.Exists(Path.Combine(store, file)));

    /// <summary>One reading transaction per store: what is written meanwhile is not seen.</summary>
    public static IReadOnlyList<BookProof> Of(string store, Func<int, Action<int>>? progress = null, IReadOnlyList<KeptHead>? kept = null)
    {
        var proofs = new List<BookProof>();
        Func<string, string> table = Store.IsServer(store) ? name => $"[{FilingDb.Schema}].[{name}]" : name => name;
        var stores = Stores
            .Select(each =>
                (
                    Connection: Open(store, each.File),
                    Heads: table(Store.IsServer(store) ? each.HeadsOnServer : ChainColumns.Heads),
                    each.Books
                )
            )
            .ToList();
        try
        {
            var total = stores.Sum(each => each.Books.Sum(book => Count(each.Connection, table(book.Table))));
            var (bar, done) = (total > 0 ? progress?.Invoke((int)total) : null, 0);
            foreach (var (connection, heads, books) in stores)
            {
                proofs.AddRange(
                    books.Select(book =>
                        new ChainProof(
                            connection,
                            table(book.Table),
                            heads,
                            book,
                            () => bar?.Invoke(Math.Min(++done, (int)total)),
                            [.. (kept ?? []).Where(head => head.Book == book.Name)]
                        ).Walk()
                    )
                );
            }

            return proofs;
        }
        finally
        {
            foreach (var (connection, _, _) in stores)
            {
                connection.Dispose();
            }
        }
    }

    private static DbConnection Open(string store, string file)
    {
        // SQL Server reads committed rows one by one; rows added after the heads were read continue the chain and are verified too.
        DbConnection connection = Store.IsServer(store)
            ? new SqlConnection(store)
            : new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = Path.Combine(store, file),
                    Mode = SqliteOpenMode.ReadWrite,
                    Pooling = false,
                    DefaultTimeout = 30,
                }.ToString()
            );
        connection.Open();
        if (connection is SqliteConnection)
        {
            using var begin = connection.CreateCommand();
            begin.CommandText = "BEGIN";
            begin.ExecuteNonQuery();
        }

        return connection;
    }

    private static long Count(DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the table is a constant
        command.CommandText = $"SELECT count(*) FROM {table}";
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
