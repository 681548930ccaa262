using System.Diagnostics;

namespace Benchmarks.Service;

/// <summary>
/// How many small writes a second the disk makes durable, one after the other: no service that answers after its commit can be
/// quicker per commit.
/// </summary>
internal static class Disk
{
    public static double DurableWrites(string folder, TimeSpan time)
    {
        using var file = new FileStream(Path.Combine(folder, "disk-reference"), FileMode.Create, FileAccess.Write, FileShare.None, 1);
        var (page, count, watch) = (new byte[4096], 0, Stopwatch.StartNew());
        while (watch.Elapsed < time)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
            count++;
        }

        return count / watch.Elapsed.TotalSeconds;
    }
}
