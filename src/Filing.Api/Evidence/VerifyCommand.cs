using System.Data.Common;
using Contracts.Delivery;
using FilingApi.Data;
using FilingApi.Replay;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace FilingApi.Evidence;

/// <summary>
/// <c>./start verify</c>: verifies every chain of a data folder or of a SQL Server, or names the first broken link of each book. The
/// service may keep running.
/// </summary>
public static class VerifyCommand
{
    public const string Usage =
        "Usage: ./start verify [--head BOOK:DAY:LINKS:HASH]…   (heads kept outside, as receipts and offline lists carry them; "
        + "the store is the SQL Server of SQLSERVER, else the data folder DATA_DIR, else .data)";

    /// <summary>Separate files; on a server both are in one schema.</summary>
    private static readonly (string File, string HeadsOnServer, IReadOnlyList<Book> Books)[] Stores =
    [
        ("filing.db", ChainColumns.Heads, Book.OfFiling),
        ("questions.db", QuestionDb.Heads, Book.OfQuestions),
    ];

    public static int Run(string[] args, string store, TextWriter output, TextWriter errors, bool terminal)
    {
        if (KeptHead.Read(args) is not { } kept)
        {
            errors.WriteLine(Usage);
            return 2;
        }

        foreach (var (file, _, _) in Stores.Where(each => !Store.IsServer(store) && !File.Exists(Path.Combine(store, each.File))))
        {
            errors.WriteLine($"There is no {file} in {store}. Set DATA_DIR to the service's data folder.");
            return 2;
        }

        var proofs = Prove(store, total => new ProgressBar(errors, terminal, total, "links"), kept);
        foreach (var proof in proofs)
        {
            output.WriteLine(
                proof.Broken?.ToString()
                    ?? $"proved  {proof.Book}: {proof.Links} links on {proof.Days} days; head {proof.LastDay ?? "none"} {proof.Head}"
            );
        }

        return proofs.Any(proof => proof.Broken is not null) ? 1 : 0;
    }

    /// <summary>One read transaction per store, so that concurrent writes are not seen.</summary>
    public static IReadOnlyList<BookProof> Prove(
        string store,
        Func<int, ProgressBar>? progress = null,
        IReadOnlyList<KeptHead>? kept = null
    )
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
                            () => bar?.Report(Math.Min(++done, (int)total)),
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
