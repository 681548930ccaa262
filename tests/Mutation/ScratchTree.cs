using System.Diagnostics;

namespace Mutation;

/// <summary>A copy of the clone, mutated and built; gone at the end.</summary>
internal sealed class ScratchTree : IDisposable
{
    private const string Domain = "src/Filing.Api/Domain";
    private const string Tests = "tests/Filing.Api.Tests";
    private static readonly TimeSpan BuildPatience = TimeSpan.FromMinutes(15);
    private readonly string _folder = Directory.CreateTempSubdirectory("mutation-").FullName;

    public IReadOnlyList<Mutant> Mutants { get; }

    public ScratchTree(string clone)
    {
        var (code, files) = Run("git", ["ls-files", "--cached", "--others", "--exclude-standard"], clone, BuildPatience, []);
        Must(code, files);
        foreach (var file in files.Where(file => File.Exists(Path.Combine(clone, file))))
        {
            var copy = Path.Combine(_folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(clone, file), copy);
        }

        Mutants = Mutate();
        string[] build =
        [
            "build",
            Tests,
            "-c",
            "Release",
            "-v",
            "quiet",
            "-clp:NoSummary",
            "-p:RunAnalyzers=false",
            "-p:TreatWarningsAsErrors=false",
        ];
        (code, var said) = Run("dotnet", build, _folder, BuildPatience, []);
        Must(code, said);
    }

    /// <summary>Runs the tests, up to the first that fails.</summary>
    /// <returns>The tests that failed, and whether the run was all right.</returns>
    public (bool Passed, IReadOnlyList<string> Failed) Test(
        IEnumerable<string> filter,
        TimeSpan patience,
        params (string Name, string Value)[] settings
    )
    {
        var program = Path.Combine(_folder, Tests, "bin", "Release", "net10.0", "Filing.Api.Tests");
        var (code, said) = Run(program, [.. filter, "-stopOnFail", "-noLogo", "-noColor"], _folder, patience, settings);
        const string Mark = " [FAIL]";
        return (
            code == 0,
            [.. said.Where(line => line.EndsWith(Mark, StringComparison.Ordinal)).Select(line => line.Trim()[..^Mark.Length])]
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private List<Mutant> Mutate()
    {
        var mutants = new List<Mutant>();
        var folder = Path.Combine(_folder, Domain);
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (text, found) = Emptying.Of(File.ReadAllText(file), mutants.Count + 1);
            File.WriteAllText(file, text);
            mutants.AddRange(found);
        }

        File.WriteAllText(Path.Combine(folder, "MutantSwitch.cs"), $"using System.Linq;\n{Emptying.SwitchClass}");
        return mutants;
    }

    private static void Must(int code, IReadOnlyList<string> said)
    {
        if (code != 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, said.TakeLast(30)));
        }
    }

    private static (int Code, IReadOnlyList<string> Said) Run(
        string program,
        IEnumerable<string> arguments,
        string folder,
        TimeSpan patience,
        IEnumerable<(string Name, string Value)> settings
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = new Process { StartInfo = start };
        var (said, gate) = (new List<string>(), new Lock());
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (gate)
            {
                if (line.Data is { } text)
                {
                    said.Add(text);
                }
            }
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        // A mutant may loop for ever.
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
