using FilingApi.Evidence;
using FilingApi.Replay;

namespace FilingApi.Production;

/// <summary>
/// <c>./start verify</c>: proves every chain of a data folder or of a SQL Server, or names the first broken link of each book. The
/// service may keep running.
/// </summary>
public static class VerifyCommand
{
    public const string Usage =
        "Usage: ./start verify [--head BOOK:DAY:LINKS:HASH]…   (heads kept outside, as receipts and offline lists carry them; "
        + "the store is the SQL Server of SQLSERVER, else the data folder DATA_DIR, else .data)";

    public static int Run(string[] args, string store, TextWriter output, TextWriter errors, bool terminal)
    {
        if (KeptHead.Read(args) is not { } kept)
        {
            errors.WriteLine(Usage);
            return 2;
        }

        if (StoreProof.MissingIn(store) is { } file)
        {
            errors.WriteLine($"There is no {file} in {store}. Set DATA_DIR to the service's data folder.");
            return 2;
        }

        var proofs = StoreProof.Of(store, total => new ProgressBar(errors, terminal, total, "links").Report, kept);
        foreach (var proof in proofs)
        {
            output.WriteLine(
                proof.Broken?.ToString()
                    ?? $"proved  {proof.Book}: {proof.Links} links on {proof.Days} days; head {proof.LastDay ?? "none"} {proof.Head}"
            );
        }

        return proofs.Any(proof => proof.Broken is not null) ? 1 : 0;
    }
}
