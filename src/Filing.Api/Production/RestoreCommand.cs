using System.Text.Json;
using FilingApi.Evidence;
using Microsoft.Data.Sqlite;

namespace FilingApi.Production;

/// <summary>
/// <c>./start restore DIR</c>: makes a backup the data folder, after it has checked the files, the chains and their heads.
/// </summary>
public static class RestoreCommand
{
    public const string Usage = "Usage: ./start restore DIR [--force]   (the data folder is DATA_DIR, else .data)";

    public static int Run(string[] args, string data, TextWriter output, TextWriter errors)
    {
        var force = args.Contains("--force");
        if (args.Where(arg => arg != "--force").ToArray() is not [var given] || given.StartsWith('-'))
        {
            errors.WriteLine(Usage);
            return 2;
        }

        try
        {
            return Faults(Path.GetFullPath(given), data, force) is { } fault
                ? Refuse(errors, fault)
                : Restore(Path.GetFullPath(given), data, output, errors);
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or JsonException or SqliteException or InvalidOperationException)
        {
            return Refuse(errors, failure.Message);
        }
    }

    private static int Refuse(TextWriter errors, string fault)
    {
        errors.WriteLine($"Nothing was restored: {fault}");
        return 1;
    }

    private static string? Faults(string backup, string data, bool force)
    {
        if (!File.Exists(Path.Combine(backup, Manifest.File)))
        {
            return $"{backup} is no backup, it has no {Manifest.File}.";
        }

        if (!Directory.Exists(data))
        {
            return null;
        }

        var lockFile = Path.Combine(data, "lock");
        if (File.Exists(lockFile))
        {
            // The service holds this lock for as long as it runs.
            try
            {
                using var held = new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                return $"a process serves {data}. Stop it first.";
            }
        }

        return !force && Directory.EnumerateFileSystemEntries(data).Any()
            ? $"{data} is not empty. With --force what is in it is put aside, beside it."
            : null;
    }

    private static int Restore(string backup, string data, TextWriter output, TextWriter errors)
    {
        var manifest = Manifest.Read(backup);
        if (manifest.Format != Manifest.PresentFormat)
        {
            return Refuse(errors, $"the backup has format {manifest.Format}, this version reads {Manifest.PresentFormat}.");
        }

        var fresh = $"{data}.restoring-{Guid.NewGuid():N}";
        Directory.CreateDirectory(fresh);
        try
        {
            foreach (var store in manifest.Stores)
            {
                File.Copy(Path.Combine(backup, store.File), Path.Combine(fresh, store.File));
                if (Manifest.Describe(fresh, store.File) != store)
                {
                    return Refuse(
                        errors,
                        $"{store.File} is not the file that was backed up: its hash or length differs from the manifest."
                    );
                }

                output.WriteLine($"{store.File}: as backed up");
            }

            var proofs = StoreProof.Of(fresh);
            if (proofs.FirstOrDefault(proof => proof.Broken is not null) is { } broken)
            {
                return Refuse(errors, $"its evidence is broken.\n{broken.Broken}");
            }

            if (!Manifest.HeadsOf(proofs).SequenceEqual(manifest.Heads))
            {
                return Refuse(errors, "the heads of its chains are not those of the manifest.");
            }

            PutInPlace(fresh, data, output);
            output.WriteLine($"Restored to {data}, as of {Web.InstantJson.Format(manifest.Moment)}; every chain is proved.");
            return 0;
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    private static void PutInPlace(string fresh, string data, TextWriter output)
    {
        if (Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
        {
            var aside = $"{data}.before-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}";
            Directory.Move(data, aside);
            output.WriteLine($"What was in {data} is now in {aside}.");
        }
        else if (Directory.Exists(data))
        {
            Directory.Delete(data);
        }

        Directory.Move(fresh, data);
    }
}
