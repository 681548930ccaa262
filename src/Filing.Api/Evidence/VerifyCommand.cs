using FilingApi.Rehearsal;
using Microsoft.Data.Sqlite;

namespace FilingApi.Evidence;

/// <summary><c>./start verify</c>: proves every chain of a data folder, or names the first broken link of each book. The service may go on meanwhile.</summary>
public static class VerifyCommand
{
    public const string Usage = "Usage: ./start verify [--head BOOK:DAY:LINKS:HASH]…   (heads kept outside, as receipts and offline lists carry them; the data folder is DATA_DIR, else .data)";

    private static readonly (string File, IReadOnlyList<Book> Books)[] Stores = [("filing.db", Book.OfFiling), ("questions.db", Book.OfQuestions)];

    public static int Run(string[] args, string folder, TextWriter output, TextWriter errors, bool terminal)
    {
        if (KeptHead.Read(args) is not { } kept)
        {
            errors.WriteLine(Usage);
            return 2;
        }

        foreach (var (file, _) in Stores.Where(store => !File.Exists(Path.Combine(folder, store.File))))
        {
            errors.WriteLine($"There is no {file} in {folder}. Set DATA_DIR to the service's data folder.");
            return 2;
        }

        var proofs = Prove(folder, total => new ProgressBar(errors, terminal, total, "links"), kept);
        foreach (var proof in proofs)
        {
            output.WriteLine(proof.Broken?.ToString() ?? $"proved  {proof.Book}: {proof.Links} links on {proof.Days} days; head {proof.LastDay ?? "none"} {proof.Head}");
        }

        return proofs.Any(proof => proof.Broken is not null) ? 1 : 0;
    }

    /// <summary>One reading transaction per store: what is written meanwhile is not seen.</summary>
    public static IReadOnlyList<BookProof> Prove(string folder, Func<int, ProgressBar>? progress = null, IReadOnlyList<KeptHead>? kept = null)
    {
        var proofs = new List<BookProof>();
        var stores = Stores.Select(store => (Connection: Open(Path.Combine(folder, store.File)), store.Books)).ToList();
        try
        {
            var total = stores.Sum(store => store.Books.Sum(book => Count(store.Connection, book)));
            var (bar, done) = (total > 0 ? progress?.Invoke((int)total) : null, 0);
            foreach (var (connection, books) in stores)
            {
                proofs.AddRange(books.Select(book => new ChainProof(connection, book, () => bar?.Report(Math.Min(++done, (int)total)), [.. (kept ?? []).Where(head => head.Book == book.Name)]).Walk()));
            }

            return proofs;
        }
        finally
        {
            foreach (var (connection, _) in stores) { connection.Dispose(); }
        }
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN";
        begin.ExecuteNonQuery();
        return connection;
    }

    private static long Count(SqliteConnection connection, Book book)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the table is a constant
        command.CommandText = $"SELECT count(*) FROM {book.Table}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
