using System.Diagnostics;

namespace FilingApi.Tests.ClientApp;

/// <summary>
/// The tools for checking the page's scripts: <c>esbuild</c> and <c>node</c> of Debian, and <c>tsc</c>, which <c>./test</c> puts into
/// <c>.out/types</c>.
/// </summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string Folder => Path.Combine(Repository.Folder, "src", "Filing.Api", "ClientApp");

    public static string TypeScript => Path.Combine(Repository.Folder, ".out", "types", "node_modules", ".bin", "tsc");

    /// <summary>Files of <c>ClientApp</c> by a pattern such as <c>*.ts</c>.</summary>
    public static IEnumerable<string> Sources(string pattern) => Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories);

    /// <summary>Returns its output; fails if the tool is missing or fails.</summary>
    public static async Task<string> Run(string tool, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(tool)} {string.Join(' ', arguments)}: {await output}{await error}");
        return await output;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"{start.FileName} is missing: ./test installs it.", missing);
        }
    }
}
