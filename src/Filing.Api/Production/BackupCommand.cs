using FilingApi.Data;
using FilingApi.Evidence;
using Microsoft.Data.Sqlite;

namespace FilingApi.Production;

/// <summary>
/// <c>./start backup DIR</c>: copies all stores as of one moment, while the service keeps running. Writes pause for some milliseconds,
/// in which a read transaction is opened on each store; the copies are made from these. So a message is in its sender's store, in its
/// receiver's, or in both, never in neither.
/// </summary>
public static class BackupCommand
{
    public const string Usage = "Usage: ./start backup DIR   (DIR must not exist yet; the data folder is DATA_DIR, else .data)";

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

        if (!File.Exists(Path.Combine(data, StoreCopy.Files[0])))
        {
            return Say(errors, $"There is no {StoreCopy.Files[0]} in {data}. Set DATA_DIR to the service's data folder.");
        }

        // Written under a temporary name and renamed when complete: whatever has the final name is a whole backup.
        var partial = $"{target}.partial-{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(partial);
            StoreCopy.Copy(data, partial, output);
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
            Moment = StoreCopy.MomentOf(folder),
            Stores =
            [
                .. StoreCopy.Files.Where(file => File.Exists(Path.Combine(folder, file))).Select(file => Manifest.Describe(folder, file)),
            ],
            Heads = Manifest.HeadsOf(proofs),
        };
        manifest.Write(folder);
        return manifest;
    }
}
