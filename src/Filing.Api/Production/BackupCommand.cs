using System.Globalization;
using FilingApi.Evidence;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FilingApi.Production;

/// <summary>
/// <c>./start backup DIR</c>: all stores as they stood at one moment, while the service goes on. For some milliseconds no store takes a write;
/// in them a reading transaction is opened on each, and these are what is copied: a message is then in its sender's store, its receiver's, or both, never in neither.
/// </summary>
public static class BackupCommand
{
    public const string Usage = "Usage: ./start backup DIR   (DIR must not exist yet; the data folder is DATA_DIR, else .data)";
    public static readonly string[] Stores = ["filing.db", "dispatch.db", "questions.db"];
    private const int PagesAtOnce = 2000;

    public static int Run(string[] args, string data, TextWriter output, TextWriter errors)
    {
        if (args is not [var given] || given.StartsWith('-'))
        {
            return Say(errors, Usage);
        }

        var target = Path.GetFullPath(given);
        if (Directory.Exists(target) || File.Exists(target))
        {
            return Say(errors, $"{target} is already there: name a folder that is not.");
        }

        if (!File.Exists(Path.Combine(data, Stores[0])))
        {
            return Say(errors, $"There is no {Stores[0]} in {data}. Set DATA_DIR to the service's data folder.");
        }

        // Written beside its name and renamed when it is whole: what bears the name is a backup, whatever happened.
        var partial = $"{target}.partial-{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(partial);
            Copy(data, partial, output);
            var manifest = Describe(partial);
            Directory.Move(partial, target);
            output.WriteLine($"Backed up to {target}, as of {Web.InstantJson.Format(manifest.Moment)}.");
            return 0;
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or SqliteException or InvalidOperationException)
        {
            errors.WriteLine($"No backup was made: {failure.Message}");
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }

            return 1;
        }
    }

    private static int Say(TextWriter errors, string sentence)
    {
        errors.WriteLine(sentence);
        return 2;
    }

    private static void Copy(string data, string folder, TextWriter output)
    {
        var files = Stores.Where(file => File.Exists(Path.Combine(data, file))).ToList();
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

    private static Manifest Describe(string folder)
    {
        var proofs = StoreProof.Of(folder);
        if (proofs.FirstOrDefault(proof => proof.Broken is not null) is { } broken)
        {
            throw new InvalidOperationException($"the evidence in the store is broken:\n{broken.Broken}");
        }

        var manifest = new Manifest
        {
            Format = Manifest.PresentFormat,
            Version = typeof(Manifest).Assembly.GetName().Version!.ToString(),
            MadeAt = TimeProvider.System.GetUtcNow(),
            Moment = Moment(folder),
            Stores = [.. Stores.Where(file => File.Exists(Path.Combine(folder, file))).Select(file => Manifest.Describe(folder, file))],
            Heads = Manifest.HeadsOf(proofs),
        };
        manifest.Write(folder);
        return manifest;
    }

    private static DateTimeOffset Moment(string folder)
    {
        using var filing = Open(Path.Combine(folder, Stores[0]));
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
