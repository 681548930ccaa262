using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FilingApi.Data;

/// <summary>
/// All stores of a data folder as they stood at one moment. For some milliseconds no store takes a write; in them a reading transaction
/// is opened on each, and these are what is copied.
/// </summary>
public static class StoreCopy
{
    public static readonly string[] Files = ["filing.db", "dispatch.db", "questions.db"];
    private const int PagesAtOnce = 2000;

    public static void Copy(string data, string folder, TextWriter output)
    {
        var files = Files.Where(file => File.Exists(Path.Combine(data, file))).ToList();
        var readers = files.Select(file => Open(Path.Combine(data, file))).ToList();
        try
        {
            Hold(
                files.Select(file => Path.Combine(data, file)),
                () =>
                {
                    foreach (var reader in readers)
                    {
                        Run(reader, "BEGIN; SELECT count(*) FROM sqlite_master;");
                    }
                }
            );
            foreach (var (file, reader) in files.Zip(readers))
            {
                Copy(reader, Path.Combine(folder, file), file, output);
            }
        }
        finally
        {
            foreach (var reader in readers)
            {
                reader.Dispose();
            }
        }
    }

    /// <summary>No store takes a write meanwhile.</summary>
    private static void Hold(IEnumerable<string> files, Action act)
    {
        var held = new List<SqliteConnection>();
        try
        {
            foreach (var file in files)
            {
                held.Add(Open(file));
                Run(held[^1], "BEGIN IMMEDIATE");
            }

            act();
        }
        finally
        {
            foreach (var connection in held)
            {
                connection.Dispose();
            }
        }
    }

    private static void Copy(SqliteConnection from, string to, string file, TextWriter output)
    {
        using (var target = Open(to))
        {
            using var backup = raw.sqlite3_backup_init(target.Handle, "main", from.Handle, "main");
            var said = 0;
            int result;
            while ((result = raw.sqlite3_backup_step(backup, PagesAtOnce)) == raw.SQLITE_OK)
            {
                var (left, all) = (raw.sqlite3_backup_remaining(backup), Math.Max(1, raw.sqlite3_backup_pagecount(backup)));
                var quarters = 4 * (all - left) / all;
                if (quarters > said)
                {
                    output.WriteLine($"{file}: {25 * (said = quarters)} %");
                }
            }

            if (result != raw.SQLITE_DONE)
            {
                throw new InvalidOperationException($"{file} could not be copied ({raw.sqlite3_errstr(result).utf8_to_string()}).");
            }

            backup.Dispose();
            Run(target, "PRAGMA journal_mode=DELETE");
        }

        using var written = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
        output.WriteLine($"{file}: done, {written.Length.ToString("N0", CultureInfo.InvariantCulture)} bytes");
    }

    /// <summary>The last stamp of the copy (R2).</summary>
    public static DateTimeOffset MomentOf(string folder)
    {
        using var filing = Open(Path.Combine(folder, Files[0]));
        using var command = filing.CreateCommand();
        command.CommandText = "SELECT Last FROM stamps";
        var stamp = (long)command.ExecuteScalar()!;

        // Nobody has acted yet: nothing was decided by now.
        return stamp == 0 ? TimeProvider.System.GetUtcNow() : DateTimeOffset.FromUnixTimeMilliseconds(stamp);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Pooling = false,
                DefaultTimeout = 30,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
