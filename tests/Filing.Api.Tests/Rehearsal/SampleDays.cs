namespace FilingApi.Tests.Rehearsal;

/// <summary>The sample days of the clone that these tests were built from.</summary>
internal static class SampleDays
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Vacuum.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No clone around {AppContext.BaseDirectory}.");
        }

        return Path.Combine(folder, "tests", "data", "days");
    }
}
