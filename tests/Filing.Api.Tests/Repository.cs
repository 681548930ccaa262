namespace FilingApi.Tests;

/// <summary>The clone that these tests were built from.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    public static string Data => Path.Combine(Folder, "tests", "data");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Vacuum.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No clone around {AppContext.BaseDirectory}.");
        }

        return folder;
    }
}
